import { parseMissed, parseWhy } from '../../schedules/model/read-why.ts';
import { itemKinds } from '../../schedules/model/item.ts';
import type { Missed, Why } from '../../schedules/model/why.ts';
import { formatSpan, formatTimeAt, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** Why a glass shows what it shows, in words; null where it has not said, or says what only a newer build knows. */
export function whyWords({ why, showing }: RowOf<'glass'>, utcOffsetMinutes: number): string | null {
  const parsed = why === undefined ? null : parseWhy(why);
  // Where nobody eats, or not at this hour, no meal is the reason.
  if (parsed?.because === 'meals' && showing?.startsWith('timetable:') === true)
    return t('staff.glass.why.activities');
  return parsed === null ? null : wordsOf(parsed, utcOffsetMinutes);
}

function wordsOf(why: Why, utcOffsetMinutes: number): string {
  switch (why.because) {
    case 'pushed':
      return t('staff.glass.why.pushed', {
        by: why.by,
        until: formatTimeAt(why.untilMs, utcOffsetMinutes),
      });
    case 'daypart':
      if (why.from === why.to) return t('staff.glass.why.allDay');
      return t('staff.glass.why.daypart', { span: formatSpan(why.from, why.to) });
    case 'emergency':
    case 'run':
    case 'default':
    case 'meals':
      return t(`staff.glass.why.${why.because}`);
    case 'no-time':
      return t('staff.glass.why.noTime');
  }
}

/** What a glass ought to show and cannot, in words; null where there is none of that. */
export function missedWords({ missed }: RowOf<'glass'>): string | null {
  const parsed = missed === undefined ? null : parseMissed(missed);
  if (parsed === null) return null;
  return t(parsed.what === 'unknown' ? 'staff.glass.missed.unknown' : 'staff.glass.missed.nothing', {
    what: itemWord(parsed),
  });
}

/** The item's kind by name; a kind of a newer build by its own word's absence. */
function itemWord({ item }: Missed): string {
  const [kind = ''] = item.split(' ');
  const known = itemKinds.find((one) => one === kind);
  return known === undefined ? t('staff.schedule.item.other') : t(`staff.schedule.item.${known}`);
}
