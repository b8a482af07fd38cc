import { isId, isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from '../../../kernel/guards.ts';
import type { Notice } from '../model/notice.ts';
import { isStay, places, type Draft } from './notice-draft.ts';

/** A notice's sheet as it is kept while somebody is at it. */
export interface NoticeForm {
  /** What is changed, as it was when they began; null for another one. */
  readonly base: Notice | null;
  readonly draft: Draft;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const hasDraft = shape({
  level: oneOf('normal', 'urgent'),
  words: shape({ title: isString, body: isString, titleEn: isString, bodyEn: isString }),
  place: oneOf(...places),
  screens: listOf(isId),
  stay: (value): value is string => isString(value) && isStay(value),
});
const isDraft: Guard<Draft> = (value): value is Draft => hasDraft(value);
const hasNotice = shape({ id: isText, title: isText, fromMs: isNumber });
const isNotice: Guard<Notice> = (value): value is Notice => hasNotice(value);

/** Of a sheet that was left half filled in. */
export const isNoticeForm = shape<NoticeForm>({ base: orNull(isNotice), draft: isDraft });
