import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import type { Course } from '../../classes/model/sessions.ts';
import type { CourseAttendance } from '../model/finished.ts';

/** What is needed to say who has finished, and whose certificates were given. */
export async function readCertificates(view: View) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  return {
    centre,
    courses: await view.list('centre', 'course'),
    members: await view.list('people', 'member'),
    given: await view.list('people', 'certificate'),
  };
}

export type Known = NonNullable<Awaited<ReturnType<typeof readCertificates>>>;
export type Came = CourseAttendance['came'][number];
/** A course that gives certificates. */
export type Certified = Course & { readonly certificatePercent: number };

export const isCertified = (course: Course): course is Certified =>
  course.certificatePercent !== undefined && course.certificatePercent !== null;

export const courseName = ({ name, nameEn }: Course): string => inPageLanguage(name, nameEn);

/** The course of a certificate, in English where that is read: only its name of then was kept, and it may have another by now. */
export function calledNow({ courses }: Known, given: RowOf<'certificate'>): string {
  const course = courses.find(({ id, name }) => id === given.courseId && name === given.courseName);
  return course === undefined ? given.courseName : courseName(course);
}

/** Null where they are no member any more. */
export const nameIn = (
  { members }: Known,
  { memberId }: Pick<RowOf<'certificate'>, 'memberId'>,
): string | null => members.find(({ id }) => id === memberId)?.name ?? null;
