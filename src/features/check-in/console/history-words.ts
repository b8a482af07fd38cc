import type { View } from '../../../protocol/client/api.ts';
import { t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';

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
  return inPageLanguage(course.name, course.nameEn);
}
