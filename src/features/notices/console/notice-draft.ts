import type { Id } from '../../../kernel/ids.ts';
import { addDays, momentOf, unixOf, type TimeReading } from '../../../kernel/time.ts';
import type { Notice } from '../model/notice.ts';
import { NO_WORDS, type Words } from './notice-field.ts';

/** How long a notice stays: to the end of so many days from today; `open` until it is withdrawn. */
const stays = { today: 1, tomorrow: 2, week: 7, open: null } as const;
type Stay = keyof typeof stays | 'same';
const newStays: readonly Exclude<Stay, 'same'>[] = ['today', 'tomorrow', 'week', 'open'];

export const staysOf = (isNew: boolean): readonly Stay[] => (isNew ? newStays : ['same', ...newStays]);
export const isStay = (value: string): value is Stay => value === 'same' || value in stays;

/** Where it stands: everywhere, on one kind of glass, or on the screens that are ticked. */
export const places = ['all', 'kiosks', 'screens', 'chosen'] as const;
export type Place = (typeof places)[number];

/** A notice while it is written. */
export interface Draft {
  readonly level: 'normal' | 'urgent';
  readonly words: Words;
  readonly place: Place;
  /** The televisions that were ticked. */
  readonly screens: readonly Id<'DeviceId'>[];
  readonly stay: Stay;
}

export const NEW_DRAFT: Draft = {
  level: 'normal',
  words: NO_WORDS,
  place: 'all',
  screens: [],
  stay: 'today',
};

/** What stands, to be changed. */
export function draftOf({ level, title, body, titleEn, bodyEn, where }: Notice): Draft {
  const { kiosks, screens } = where ?? { kiosks: true, screens: [] };
  const chosen = screens === 'all' ? [] : screens;
  const onScreens = screens === 'all' ? (kiosks ? 'all' : 'screens') : 'kiosks';
  return {
    level: level === 'urgent' ? 'urgent' : 'normal',
    words: { title, body: body ?? '', titleEn: titleEn ?? '', bodyEn: bodyEn ?? '' },
    place: chosen.length > 0 ? 'chosen' : onScreens,
    screens: chosen,
    stay: 'same',
  };
}

export const whereOf = ({ place, screens }: Draft): NonNullable<Notice['where']> =>
  place === 'chosen'
    ? { kiosks: false, screens: [...screens] }
    : { kiosks: place !== 'screens', screens: place === 'kiosks' ? [] : 'all' };

/** When it ends by itself; null where somebody takes it down. */
export function untilOf(
  stay: Stay,
  base: Notice | null,
  time: TimeReading,
  utcOffsetMinutes: number,
): number | null {
  if (stay === 'same') return base?.untilMs ?? null;
  const days = stays[stay];
  const moment = momentOf(time, utcOffsetMinutes);
  return days === null || moment === null ? null : unixOf(addDays(moment.date, days), 0, utcOffsetMinutes);
}
