import { isOwnWord } from '../../devices/model/own-word.ts';
import { inService } from '../../devices/model/retired.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Notice } from './notice.ts';

/** A screen or a kiosk, as staff know it: its row, what it said it painted, and when it last said anything. */
export interface Place {
  readonly device: RowOf<'device'>;
  readonly glass: RowOf<'glass'> | undefined;
  readonly health: RowOf<'deviceHealth'> | undefined;
}

/** What the console itself knows when it is asked. */
interface Asked {
  /** Null where it does not know the time: then nothing counts as only just raised. */
  readonly nowMs: number | null;
  /** True while it hears nothing of its hub: what it knows is old, and says nothing of now. */
  readonly cutOff: boolean;
}

/** What can honestly be said of an emergency on one glass. */
export type OnGlass =
  /** It says so itself. `sinceMs` is 0 where the hub was not sure of its time; `silent`: its sound was refused. */
  | { readonly type: 'shows'; readonly sinceMs: number; readonly silent: boolean }
  /** It said so, and has not been heard of for a while. */
  | { readonly type: 'showed'; readonly sinceMs: number; readonly heardMs: number }
  /** Raised this moment: it may still answer. */
  | { readonly type: 'awaited' }
  | { readonly type: 'unanswered'; readonly heardMs: number }
  /** It is not let in, or has never been heard of: it cannot have it. */
  | { readonly type: 'cannot'; readonly why: 'unpaired' | 'unheard' }
  | { readonly type: 'unknown' };

/** What can honestly be said of an emergency that was called off, of one glass that may have had it. */
export type OffGlass =
  | { readonly type: 'off' }
  | { readonly type: 'still'; readonly heardMs: number }
  | { readonly type: 'unknown'; readonly heardMs: number };

/** A glass that is there answers sooner than this. */
const ANSWERS_WITHIN_MS = 10_000;
/** Devices speak at least once a minute. */
const SILENT_AFTER_MS = 150_000;

const says = ({ glass }: Place, noticeId: string): boolean =>
  glass?.showing?.startsWith(`notice:${noticeId}@`) ?? false;
const heardMsOf = ({ glass, health }: Pick<Place, 'glass' | 'health'>): number =>
  Math.max(glass?.confirmedMs ?? 0, health?.lastSeenMs ?? 0);

/** What the set that hangs there now has said, and not the one before it. */
function ownWords({ device, glass, health }: Place, nowMs: number | null): Place {
  const isOwn = (atMs: number): boolean => isOwnWord(device, atMs, nowMs);
  return {
    device,
    glass: glass !== undefined && isOwn(glass.confirmedMs) ? glass : undefined,
    health: health !== undefined && isOwn(health.lastSeenMs) ? health : undefined,
  };
}

/** The glasses that an emergency is for: what hangs in the house, not what staff sit at or have put away. */
export const alarmPlaces = (
  devices: readonly RowOf<'device'>[],
  glasses: readonly RowOf<'glass'>[],
  healths: readonly RowOf<'deviceHealth'>[],
): readonly Place[] =>
  inService(devices)
    .filter(({ kind }) => kind !== 'console')
    .map((device) => ({
      device,
      glass: glasses.find(({ id }) => id === device.id),
      health: healths.find(({ id }) => id === device.id),
    }));

/** Whether an emergency is on a glass: never more than what the glass has said. */
export function alarmOn(place: Place, { id, fromMs }: Notice, { nowMs, cutOff }: Asked): OnGlass {
  const own = ownWords(place, nowMs);
  const heardMs = heardMsOf(own);
  const known = says(own, id) ? own.glass : undefined;
  if (cutOff) return { type: 'unknown' };
  if (place.device.pairedAtMs === null) return { type: 'cannot', why: 'unpaired' };
  if (known !== undefined) {
    return nowMs !== null && nowMs - heardMs > SILENT_AFTER_MS
      ? { type: 'showed', sinceMs: known.sinceMs, heardMs }
      : { type: 'shows', sinceMs: known.sinceMs, silent: known.silent === true };
  }
  if (heardMs === 0) return { type: 'cannot', why: 'unheard' };
  const lately = nowMs !== null && nowMs - fromMs < ANSWERS_WITHIN_MS && nowMs - heardMs < SILENT_AFTER_MS;
  return lately ? { type: 'awaited' } : { type: 'unanswered', heardMs };
}

/** Whether an emergency that was called off has left a glass; null where it never had it. */
export function alarmOff(
  place: Place,
  { id, raisedMs, liftedMs }: RowOf<'allClear'>,
  { nowMs, cutOff }: Asked,
): OffGlass | null {
  const own = ownWords(place, nowMs);
  if (says(own, id)) return { type: cutOff ? 'unknown' : 'still', heardMs: heardMsOf(own) };
  // What the set that hung there before had on it, nobody has seen go.
  const heardMs = heardMsOf(place);
  if (says(place, id)) return { type: 'unknown', heardMs };
  if (heardMs >= liftedMs) return { type: 'off' };
  return heardMs >= raisedMs ? { type: 'unknown', heardMs } : null;
}

/** How long it stays in sight of staff that an emergency is off every glass. */
const ALL_OFF_SAID_MS = 10 * 60_000;

/** The emergencies called off that somebody has still to see to, and those that have just left every glass. */
export function allClearsToSay(
  allClears: readonly RowOf<'allClear'>[],
  places: readonly Place[],
  asked: Asked,
): readonly RowOf<'allClear'>[] {
  return allClears.filter((one) => {
    const states = places.map((place) => alarmOff(place, one, asked));
    const open = states.some((state) => state !== null && state.type !== 'off');
    return open || asked.nowMs === null || asked.nowMs - one.liftedMs < ALL_OFF_SAID_MS;
  });
}
