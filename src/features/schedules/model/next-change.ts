import { addDays, momentOf, unixOf } from '../../../kernel/time.ts';
import { overFromMs } from '../../exercise/model/run-state.ts';
import { sittingsOn } from '../../menus/model/meals.ts';
import { itemKey } from './item.ts';
import { holdingOn, MENU_UP_BEFORE_MINUTES } from './schedule.ts';
import { showingOn, type ScreenFacts, type Showing } from './showing.ts';

/** What a screen goes over to, and when, Unix ms. */
interface NextChange {
  readonly atMs: number;
  readonly showing: Showing;
}

/** What a screen shows after what it shows now, within a day; null where that stays or the time is unknown. */
export function nextChange(facts: ScreenFacts): NextChange | null {
  const { nowMs } = facts.time;
  if (nowMs === null) return null;
  const turns = (facts.schedule?.dayparts ?? []).flatMap((part) => part.turns ?? []).map(itemKey);
  const now = keyOf(showingOn(facts), turns);
  for (const atMs of boundaries(facts, nowMs)) {
    const showing = showingOn({ ...facts, time: { quality: 'carried', nowMs: atMs } });
    if (keyOf(showing, turns) !== now) return { atMs, showing };
  }
  return null;
}

/** When something begins or ends within a day, in order. */
function boundaries(facts: ScreenFacts, nowMs: number): readonly number[] {
  const { centre, schedule, push, run, programme, isRest } = facts;
  const offset = centre.utcOffsetMinutes;
  const moment = momentOf(facts.time, offset);
  if (moment === null) return [];
  const times = [-1, 0, 1].flatMap((days) => {
    const date = addDays(moment.date, days);
    const parts = (schedule?.dayparts ?? []).flatMap((part) => holdingOn(part, date, facts) ?? []);
    const meals = sittingsOn(centre, date, isRest).map(({ startMinute, endMinute }) => ({
      startMinute: startMinute - MENU_UP_BEFORE_MINUTES,
      endMinute,
    }));
    return [...parts, ...meals].flatMap(({ startMinute, endMinute }) => [
      unixOf(date, startMinute, offset),
      unixOf(date, endMinute, offset),
    ]);
  });
  const pushed = push === undefined ? [] : [push.untilMs];
  const ended = run === undefined || programme === undefined ? null : overFromMs(run, programme.durationMs);
  return [...times, ...pushed, ended ?? nowMs]
    .filter((atMs) => atMs > nowMs && atMs <= nowMs + DAY_MS)
    .sort((a, b) => a - b);
}

const DAY_MS = 86_400_000;

/** Names what is shown: turns of one part of the day are one thing, and so is what goes on for another reason. */
function keyOf({ show, item, why }: Showing, turns: readonly string[]): string {
  const key = item === null ? show : itemKey(item);
  return why.because === 'daypart' && turns.includes(key) ? `${why.from} ${why.to}` : key;
}
