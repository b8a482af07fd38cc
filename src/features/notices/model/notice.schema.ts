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
});
export const NoticePostArgs = Shape({
  noticeId: IdField('NoticeId'),
  level: OneOf(['normal', 'urgent']),
  title: ShortText,
  body: OrNull(Paragraph),
  titleEn: Type.Optional(OrNull(ShortText)),
  bodyEn: Type.Optional(OrNull(Paragraph)),
  fromMs: UnixMs,
  untilMs: OrNull(UnixMs),
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
export const NoticeWithdrawArgs = Shape({ noticeId: IdField('NoticeId') });
