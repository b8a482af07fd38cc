import { formatDate, formatMonth, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { View } from '../../../protocol/client/api.ts';
import { itemKinds } from '../../schedules/model/item.ts';
import type { Period } from '../model/period.ts';

/** What figures are put in words with. */
export async function readNames(view: View) {
  const [centre] = await view.list('centre', 'centre');
  return {
    centre,
    courses: await view.list('centre', 'course'),
    devices: await view.list('staff', 'device'),
    notices: await view.list('centre', 'notice'),
    playlists: await view.list('centre', 'playlist'),
    policies: await view.list('city', 'policy'),
  };
}

export type Names = Awaited<ReturnType<typeof readNames>>;

/** A course's name; one that is not held any more is only that. */
export function courseName({ courses }: Names, courseId: string): string {
  const course = courses.find(({ id }) => id === courseId);
  return course === undefined ? t('staff.history.gone') : inPageLanguage(course.name, course.nameEn);
}

export const screenName = ({ devices }: Names, screenId: string): string =>
  devices.find(({ id }) => id === screenId)?.name ?? t('staff.figures.screens.gone');

/** A dish as its menus had it. */
export const dishName = ({
  name,
  nameEn,
}: {
  readonly name: string;
  readonly nameEn: string | null;
}): string => inPageLanguage(name, nameEn);

/** What a screen has shown: `playlist:spring` by its title, what there is one of by its kind. */
export function itemName({ notices, playlists, policies }: Names, item: string): string {
  const [kind = '', id] = item.split(/:(.*)/);
  switch (kind) {
    case 'notice': {
      const notice = notices.find((one) => one.id === id);
      return notice === undefined
        ? t('staff.glass.what.notice')
        : inPageLanguage(notice.title, notice.titleEn);
    }
    case 'playlist':
      return playlists.find((one) => one.id === id)?.title ?? t('staff.schedule.item.playlist');
    case 'policy': {
      const policy = policies.find((one) => one.id === id);
      return policy === undefined
        ? t('staff.schedule.item.policy')
        : inPageLanguage(policy.title, policy.titleEn);
    }
    case 'run':
      return t('staff.glass.what.run');
    case 'kiosk':
      return t('staff.figures.screens.kiosk');
    default: {
      const known = itemKinds.find((one) => one === kind);
      return known === undefined ? t('staff.figures.screens.other') : t(`staff.schedule.item.${known}`);
    }
  }
}

/** 2026年11月, or the days of a week. */
export const periodWords = ({ by, first, last }: Period): string =>
  by === 'month'
    ? formatMonth(first)
    : t('staff.figures.week', { year: last.slice(0, 4), from: formatDate(first), to: formatDate(last) });

/** The same as short as a column's heading. */
export const periodShort = ({ by, first, last }: Period): string =>
  by === 'month'
    ? formatMonth(first)
    : t('staff.figures.weekShort', { from: formatDate(first), to: formatDate(last) });

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** 40秒, 12分钟, 3小时, 2天: as long as it was, in one unit; a sign of nothing where nobody timed it. */
export function durationWords(seconds: number | null): string {
  if (seconds === null) return '—';
  if (seconds < 90) return t('staff.figures.seconds', { count: seconds });
  if (seconds < 2 * HOUR_S) return t('staff.figures.minutes', { count: Math.round(seconds / 60) });
  if (seconds < 2 * DAY_S) return t('staff.figures.hours', { count: Math.round(seconds / HOUR_S) });
  return t('staff.figures.days', { count: Math.round(seconds / DAY_S) });
}
