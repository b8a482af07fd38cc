import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../../../protocol/client/api.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import { formatDate, formatTimeAt, locale, t } from '../../../i18n/index.ts';

/** What a history is put in words with. */
export async function readCourses(view: View) {
  const [centre] = await view.list('centre', 'centre');
  return { centre, courses: await view.list('centre', 'course') };
}

type CourseBook = Awaited<ReturnType<typeof readCourses>>;

/** A course's name; one that is not held any more is only that. */
export function courseWords(book: CourseBook | undefined, courseId: string): string {
  const course = book?.courses.find(({ id }) => id === courseId);
  if (course === undefined) return t('staff.history.gone');
  return locale() === 'en' ? (course.nameEn ?? course.name) : course.name;
}

/** When the hub said so, where it was sure of the time, and whether it has answered since. */
export function answeredAt(asOfMs: number, older: boolean, book: CourseBook | undefined): TemplateResult {
  if (asOfMs === 0)
    return html`<p class="soft" role="status">${older ? t('staff.attendance.older') : nothing}</p>`;
  const offset = utcOffsetOf(book?.centre);
  const when = `${formatDate(civilMoment(asOfMs, offset).date)} ${formatTimeAt(asOfMs, offset)}`;
  return html`<p class="soft num" role="status">
    ${t('staff.attendance.asked', { when })}${older ? ` · ${t('staff.attendance.older')}` : ''}
  </p>`;
}
