import Type from 'typebox';
import { DateField, IdField, Line, OneOf, OrNull, Shape, ShortText } from '../../../kernel/fields.schema.ts';
import { SEEN_TEXT } from '../../../kernel/seen-text.ts';

const MOST_PAIRS = 6;
/** The most of one batch: its members and what was there before them are far below what one push may weigh. */
const MOST_AT_ONCE = 100;

const Note = Type.String({ minLength: 1, maxLength: 200, pattern: SEEN_TEXT });

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
  /** How they want a glass to be; null as usual, absent where neither they nor staff have said. */
  comfort: Type.Optional(OrNull(MemberComfort)),
  /** What staff should know when they meet; absent where there is nothing. */
  note: Type.Optional(Note),
  /** They come no more: their history stays, and no kiosk knows them. `on` is null where the day was not known. */
  left: Type.Optional(Shape({ on: OrNull(DateField) })),
});

/** Somebody who was deleted: row `formerMember` in `people:ID`. Says of nobody who it was; what comes late is not taken for new. */
export const FormerMember = Shape({ id: IdField('MemberId') });

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
/**
 * `base`: the member as they were when the change was begun; what somebody else has changed meanwhile in another field
 * stays. Absent for somebody new, and in what older builds sent. `over`: of the same field this change counts.
 */
const Saved = {
  member: Member,
  base: Type.Optional(Member),
};
export const MemberSaveArgs = Shape({ ...Saved, over: Type.Optional(Type.Boolean()) });
export const MemberImportArgs = Shape({
  members: Type.Array(Shape(Saved), { minItems: 1, maxItems: MOST_AT_ONCE }),
});
/** Each as it was before, null where there was none, and as it is to be still for it to go back. */
export const MemberRevertArgs = Shape({
  members: Type.Array(Shape({ to: OrNull(Member), from: Member }), { minItems: 1, maxItems: MOST_AT_ONCE }),
});
export const MemberLeaveArgs = Shape({ memberId: IdField('MemberId'), left: Type.Boolean() });
export const MemberRevealArgs = Shape({ memberId: IdField('MemberId') });
export const MemberRemoveArgs = Shape({ memberId: IdField('MemberId') });
