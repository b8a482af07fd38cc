import Type from 'typebox';
import {
  IdField,
  Line,
  OneOf,
  OrNull,
  Paragraph,
  Shape,
  ShortText,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** Where a notice stands, emergencies aside, which stand everywhere. Absent: on kiosks, as before screens had any. */
const Where = Shape({
  kiosks: Type.Boolean(),
  screens: Type.Union([Type.Literal('all'), Type.Array(IdField('DeviceId'), { maxItems: 200 })]),
});

/** Something the house has to say: row `notice` in `centre:ID`. */
export const Notice = Shape({
  id: IdField('NoticeId'),
  level: OneOf(['normal', 'urgent', 'emergency']),
  title: ShortText,
  body: OrNull(Paragraph),
  titleEn: Type.Optional(OrNull(ShortText)),
  bodyEn: Type.Optional(OrNull(Paragraph)),
  fromMs: UnixMs,
  untilMs: OrNull(UnixMs),
  by: Line,
  where: Type.Optional(Where),
  /** Counts its changes; absent in what builds before this one put up. */
  version: Type.Optional(Type.Integer({ minimum: 1 })),
});
/** The version that somebody looked at: 0 for none, or for one without. Builds before this one do not say. */
const BaseVersion = Type.Optional(Type.Integer({ minimum: 0 }));
export const NoticePostArgs = Shape({
  noticeId: IdField('NoticeId'),
  level: OneOf(['normal', 'urgent']),
  title: ShortText,
  body: OrNull(Paragraph),
  titleEn: Type.Optional(OrNull(ShortText)),
  bodyEn: Type.Optional(OrNull(Paragraph)),
  fromMs: UnixMs,
  untilMs: OrNull(UnixMs),
  where: Type.Optional(Where),
  baseVersion: BaseVersion,
});
/** An emergency starts when the hub hears of it, or not at all. */
export const NoticeAlarmArgs = Shape({
  noticeId: IdField('NoticeId'),
  title: ShortText,
  body: OrNull(Paragraph),
  titleEn: Type.Optional(OrNull(ShortText)),
  bodyEn: Type.Optional(OrNull(Paragraph)),
  untilMs: OrNull(UnixMs),
});
export const NoticeWithdrawArgs = Shape({ noticeId: IdField('NoticeId'), baseVersion: BaseVersion });

/** An emergency was called off: row `allClear` in `staff:ID`, id = the notice's. Which glasses still show it, they say. */
export const AllClear = Shape({
  id: IdField('NoticeId'),
  title: ShortText,
  raisedMs: UnixMs,
  liftedMs: UnixMs,
  by: Line,
});

/** An urgent notice that a second person has not read yet: row `noticeProposal` in `staff:ID`, id = the notice's. */
export const NoticeProposal = Shape({
  id: IdField('NoticeId'),
  notice: Notice,
  /** Who may not send it out; null where a machine wrote it. */
  accountId: OrNull(IdField('AccountId')),
  atMs: OrNull(UnixMs),
});
/** How urgent notices go out here: row `noticeHouse` in `staff:ID`, id = `notices`. Without it whoever writes sends out. */
export const NoticeHouse = Shape({ id: IdField('NoticeHouseId'), twoPairs: Type.Boolean(), by: Line });
/** `version` is that of the words that were read. */
const Read = { noticeId: IdField('NoticeId'), version: Type.Integer({ minimum: 1 }) };
/** `atMs` is the proposal's: versions count anew once one was taken back. An older build does not say. */
export const NoticeApproveArgs = Shape({ ...Read, atMs: Type.Optional(OrNull(UnixMs)) });
export const NoticeTakeBackArgs = Shape(Read);
export const NoticeTwoPairsArgs = Shape({ twoPairs: Type.Boolean() });
