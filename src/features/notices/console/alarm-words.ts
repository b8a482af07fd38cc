import { formatTimeAt, formatTimeWithSeconds, t } from '../../../i18n/index.ts';
import type { ConsoleIcon } from '../../../ui/console/console-icons.ts';
import type { OffGlass, OnGlass } from '../model/alarm-on-glass.ts';

/** What is said of one glass, with a sign of its own. */
export interface Said {
  readonly icon: Extract<ConsoleIcon, 'check' | 'clock' | 'warning'>;
  readonly words: string;
}

/** Whether an emergency is on a glass, in words. */
export function onWords(state: OnGlass, offset: number): Said {
  switch (state.type) {
    case 'shows': {
      const since = state.sinceMs === 0 ? null : formatTimeWithSeconds(state.sinceMs, offset);
      const shows = since === null ? t('staff.alarm.showsNow') : t('staff.alarm.shows', { since });
      return state.silent
        ? { icon: 'warning', words: `${shows} · ${t('staff.alarm.silent')}` }
        : { icon: 'check', words: shows };
    }
    case 'showed':
      return { icon: 'warning', words: t('staff.alarm.showed', { at: formatTimeAt(state.heardMs, offset) }) };
    case 'awaited':
      return { icon: 'clock', words: t('staff.alarm.waits') };
    case 'unanswered':
      return {
        icon: 'warning',
        words: t('staff.alarm.unanswered', { at: formatTimeAt(state.heardMs, offset) }),
      };
    case 'cannot':
      return {
        icon: 'warning',
        words: t(state.why === 'unpaired' ? 'staff.alarm.unpaired' : 'staff.alarm.unheard'),
      };
    case 'unknown':
      return { icon: 'warning', words: t('staff.alarm.notKnown') };
  }
}

/** The one sentence about all glasses that an emergency is for. */
export function onHeading(states: readonly OnGlass[]): string {
  const of = (...types: readonly OnGlass['type'][]): number =>
    states.filter(({ type }) => types.includes(type)).length;
  if (states.length === 0) return t('staff.alarm.nowhere');
  if (of('unknown') > 0) return t('staff.alarm.unknown');
  const awaited = of('awaited');
  const missing = states.length - of('shows', 'awaited');
  if (missing > 0 && awaited > 0)
    return t('staff.alarm.someAwaited', { count: missing, awaited, all: states.length });
  if (missing > 0) return t('staff.alarm.some', { count: missing, all: states.length });
  return awaited > 0
    ? t('staff.alarm.awaited', { count: awaited })
    : t('staff.alarm.all', { count: states.length });
}

/** Whether an emergency that is over has left a glass, in words. */
export function offWords(state: OffGlass, offset: number): Said {
  switch (state.type) {
    case 'off':
      return { icon: 'check', words: t('staff.alarm.off.off') };
    case 'still':
      return {
        icon: 'warning',
        words: t('staff.alarm.off.still', { at: formatTimeAt(state.heardMs, offset) }),
      };
    case 'unknown':
      return {
        icon: 'warning',
        words: t('staff.alarm.off.notKnown', { at: formatTimeAt(state.heardMs, offset) }),
      };
  }
}

/** The one sentence about all glasses that have had it. */
export function offHeading(states: readonly OffGlass[], cutOff: boolean): string {
  const open = states.filter(({ type }) => type !== 'off').length;
  // What a glass has said since stays true though nothing is heard any more.
  if (cutOff && (open > 0 || states.length === 0)) return t('staff.alarm.off.unknown');
  if (states.length === 0) return t('staff.alarm.off.none');
  return open > 0
    ? t('staff.alarm.off.some', { count: open })
    : t('staff.alarm.off.all', { count: states.length });
}
