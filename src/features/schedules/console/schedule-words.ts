import { formatDate, formatSpan, locale, t, weekdayShort } from '../../../i18n/index.ts';
import { addDays } from '../../../kernel/time.ts';
import { isKnown, type Item } from '../model/item.ts';
import type { Daypart } from '../model/schedule.ts';
import type { Showing } from '../model/showing.ts';
import type { Choices } from './read-schedules.ts';

/** What an item is called, with what it is of. */
export function itemWords(item: Item, { playlists, policies }: Choices): string {
  // A newer build may have planned it.
  const kind = t(`staff.schedule.item.${isKnown(item) ? item.show : 'other'}`);
  const of = detailOf(item, playlists, policies);
  return of === undefined ? kind : t('staff.schedule.itemOf', { kind, of });
}

function detailOf(
  { show, playlistId, policyId, text }: Item,
  playlists: Choices['playlists'],
  policies: Choices['policies'],
): string | undefined {
  switch (show) {
    case 'playlist':
      return playlists.find(({ id }) => id === playlistId)?.title ?? t('staff.schedule.gone');
    case 'policy':
      if (policyId === undefined) return undefined;
      return policies.find(({ id }) => id === policyId)?.title ?? t('staff.schedule.gone');
    case 'welcome':
      return text;
    default:
      return undefined;
  }
}

/** What a screen shows, in words. */
export function showingWords(showing: Showing, choices: Choices): string {
  if (showing.item !== null) return itemWords(showing.item, choices);
  switch (showing.show) {
    case 'emergency':
      return t('staff.schedule.emergency');
    case 'run':
      return locale() === 'en' ? showing.programme.titleEn : showing.programme.title;
    case 'undated':
      return t('staff.schedule.noTime');
    default:
      return t(`staff.schedule.item.${showing.show}`);
  }
}

/** What stands in a part of the day: one thing, or several by turns. */
export const daypartWords = ({ turns, ...item }: Daypart, choices: Choices): string =>
  turns === undefined
    ? itemWords(item, choices)
    : t('staff.schedule.turns', {
        what: turns.map((one) => itemWords(one, choices)).join(t('common.listJoin')),
      });

/** When it does: 每天 10:00–13:00, 周一到周五 午餐时. */
export function whenWords({ weekdays, from, to, meal, dates }: Daypart): string {
  const time =
    meal === undefined
      ? from === to
        ? t('staff.schedule.allDay')
        : formatSpan(from, to)
      : t('staff.schedule.atMeal', { meal: t(`common.meal.${meal}`) });
  const days = daysWords(weekdays);
  return dates === undefined ? `${days} ${time}` : `${days} ${time} · ${datesWords(dates)}`;
}

const datesWords = ({ from, to }: NonNullable<Daypart['dates']>): string =>
  from === to ? formatDate(from) : t('staff.schedule.dates', { from: formatDate(from), to: formatDate(to) });

/** A Monday: the names of the days are those of some week. */
const MONDAY = '2026-01-05';
export const weekdayWords = (weekday: number): string => weekdayShort(addDays(MONDAY, weekday - 1));

function daysWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort();
  if (days.length === 7) return t('staff.schedule.days.every');
  if (days.join() === '1,2,3,4,5') return t('staff.schedule.days.workdays');
  if (days.join() === '6,7') return t('staff.schedule.days.weekend');
  return days.map(weekdayWords).join(t('common.listJoin'));
}
