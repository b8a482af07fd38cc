import { momentOf, type TimeReading } from '../../kernel/time.ts';

const HOUR_MS = 3_600_000;
/** Once a night is enough: a page that is younger stays. */
const OLD_ENOUGH_MS = 20 * HOUR_MS;
/** Between these minutes of the day nobody is in the house. */
const NIGHT = { from: 2 * 60, to: 5 * 60 } as const;

/** What is known when it is asked whether a page may start anew. */
export interface Night {
  readonly time: TimeReading;
  readonly utcOffsetMinutes: number;
  /** How long the page has stood. */
  readonly upMs: number;
  /** Somebody uses it, or follows what it shows, or an emergency stands on it. */
  readonly isUsed: boolean;
  /** What the page is made of lies on the device: it comes back without any network. */
  readonly comesBack: boolean;
  /** Its schedule keeps the glass dark: nobody is looking, whatever the hour is thought to be. */
  readonly isDark: boolean;
  /** Of the night, in minutes: so that all the screens of a house do not go at once. */
  readonly turnMinutes: number;
}

/**
 * Whether a page that has stood for a day starts anew now, so that what any engine loses in months is lost for a day at
 * most: at night by a clock that somebody has confirmed, or while the glass is dark, and only where it surely comes back.
 */
export function mayRenew(night: Night): boolean {
  if (night.upMs < OLD_ENOUGH_MS || night.isUsed || !night.comesBack) return false;
  if (night.isDark) return true;
  if (night.time.quality !== 'confirmed') return false;
  const moment = momentOf(night.time, night.utcOffsetMinutes);
  return moment !== null && moment.minute >= NIGHT.from + night.turnMinutes && moment.minute < NIGHT.to;
}

/** A device's turn, by its name: the same each night, within the first two hours. */
export function turnOf(deviceId: string): number {
  let sum = 0;
  for (let i = 0; i < deviceId.length; i += 1) sum = (sum * 31 + deviceId.charCodeAt(i)) % 120;
  return sum;
}
