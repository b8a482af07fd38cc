import Type from 'typebox';
import { IdField, Line, OrNull, Shape, ShortText } from '../../../kernel/fields.schema.ts';

/** A member of the centre: row `member` in `people:ID`. Never on a kiosk or a screen. */
export const Member = Shape({
  id: IdField('MemberId'),
  name: ShortText,
  phone: Type.String({ pattern: '^1\\d{10}$' }),
  birthYear: OrNull(Type.Integer({ minimum: 1900, maximum: 2100 })),
});

/** What a kiosk may know of a member: row `roster` in `kiosk:ID`. */
export const RosterEntry = Shape({
  id: IdField('MemberId'),
  /** 王*兰 */
  maskedName: ShortText,
  phoneTail: Type.String({ pattern: '^\\d{4}$' }),
  /** The card's number under PBKDF2; null where there is no card. */
  card: OrNull(Line),
  /** Tells apart members of the same tail and the same name; absent where nobody needs it. */
  order: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
});

export const MemberSaveArgs = Shape({ member: Member });
export const MemberRemoveArgs = Shape({ memberId: IdField('MemberId') });
