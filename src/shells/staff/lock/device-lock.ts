import { readText, writeText } from '../../../app/local-texts.ts';

/** What a console may wait for before it locks, in minutes. */
export const LOCK_AFTER = [2, 5, 15, 30] as const;
/** A console that several people use locks after so long, unless somebody has said otherwise. */
const SHARED_MINUTES = 5;

const minutesKey = (deviceId: string): string => `leling:lock-after:${deviceId}`;
const lockedKey = (deviceId: string): string => `leling:locked:${deviceId}`;

/**
 * After how many minutes without a touch a console locks; null: never. Set on the console itself, so that it holds
 * without the hub too.
 * @param people how many can open it by their PIN: none can, none is locked out
 */
export function lockAfter(deviceId: string, people: number): number | null {
  if (people === 0) return null;
  const said = readText(minutesKey(deviceId));
  if (said === null) return people > 1 ? SHARED_MINUTES : null;
  return LOCK_AFTER.find((minutes) => String(minutes) === said) ?? null;
}

export function setLockAfter(deviceId: string, minutes: number | null): void {
  writeText(minutesKey(deviceId), minutes === null ? 'never' : String(minutes));
}

/** Whether it was locked and nobody has opened it since: a page that is loaded anew asks for the PIN too. */
export const isLocked = (deviceId: string): boolean => readText(lockedKey(deviceId)) === 'yes';

export function setLocked(deviceId: string, locked: boolean): void {
  writeText(lockedKey(deviceId), locked ? 'yes' : 'no');
}
