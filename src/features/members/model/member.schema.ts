import Type from 'typebox';
import { IdField, Line, OneOf, OrNull, Shape, ShortText } from '../../../kernel/fields.schema.ts';

const MOST_PAIRS = 6;

/** A member of the centre: row `member` in `people:ID`. Never on a kiosk or a screen. */
export const Member = Shape({
  id: IdField('MemberId'),
  name: ShortText,
  /** A mobile or a landline, with or without its area code; null where there is none. */
  phone: OrNull(Type.String({ pattern: '^\\+?[0-9][0-9 -]{5,18}[0-9]$' })),
  birthYear: OrNull(Type.Integer({ minimum: 1900, maximum: 2100 })),
  /** The card's number under PBKDF2 (`src/app/card-number.ts`), null without one; absent where it has not been said. */
  card: Type.Optional(OrNull(Line)),
  /** The very old neighbours this volunteer looks after (小老养老老); absent where there are none. */
  pairedWith: Type.Optional(Type.Array(IdField('MemberId'), { maxItems: MOST_PAIRS })),
});

/**
 * How a member wants a glass to be, all of it: how many times its usual size the type is, white on black, read aloud
 * slowly, and in which language.
 */
const MemberComfort = Shape({
  larger: Type.Union([Type.Literal(1), Type.Literal(1.3), Type.Literal(1.6)]),
  contrast: Type.Boolean(),
  slow: Type.Boolean(),
  language: OneOf(['zh-CN', 'en']),
});

/** What a kiosk may know of a member: row `roster` in `kiosk:ID`. */
export const RosterEntry = Shape({
  id: IdField('MemberId'),
  /** 王*兰 */
  maskedName: ShortText,
  /** The last four digits of the telephone; null where there is none. */
  phoneTail: OrNull(Type.String({ pattern: '^\\d{4}$' })),
  /** The card's number under PBKDF2; null where there is no card. */
  card: OrNull(Line),
  /** Tells apart members of the same tail and the same name; absent where nobody needs it. */
  order: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  /** Whom this member looks after, and may sign in; absent where there is nobody. */
  pairedWith: Type.Optional(Type.Array(IdField('MemberId'), { maxItems: MOST_PAIRS })),
  /** What their card asks of every glass, as they have wished themselves; absent where it is to be as usual. */
  comfort: Type.Optional(MemberComfort),
});

/** `comfort`: null where the glass is to be as usual again. */
export const MemberComfortArgs = Shape({ memberId: IdField('MemberId'), comfort: OrNull(MemberComfort) });
export const MemberSaveArgs = Shape({ member: Member });
export const MemberRemoveArgs = Shape({ memberId: IdField('MemberId') });
