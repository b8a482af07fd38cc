import { t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { Course } from '../../classes/model/sessions.ts';

/** A course as it is called in the language of this glass; one that is not known any more says that. */
export function courseName(course: Pick<Course, 'name' | 'nameEn'> | null): string {
  if (course === null) return t('staff.history.gone');
  return inPageLanguage(course.name, course.nameEn);
}
