import { isText, listOf, shape } from '../kernel/guards.ts';
import { readText, writeText } from '../store/local-texts.ts';
import { hubKey } from '../store/known-hub.ts';
import { devicesIn, devicesKey, hasId, isRemembered } from './remembered-devices.ts';

/** A glass that staff have let in again as another device: what the one before left unsent goes out under this one. */
interface Moved {
  readonly from: string;
  readonly to: string;
}

const movedKey = 'leling:moved';
const isMoves = listOf<Moved>(shape<Moved>({ from: isText, to: isText }));

/** What of Local Storage says who this browser is, and whose. */
export const identityKeys = [devicesKey, movedKey, hubKey] as const;

/**
 * Puts back into Local Storage what it lacks of a copy. What stands there is newer; so is that a device was forgotten.
 * Returns the devices that are back.
 */
export function restoreDevices(copy: Readonly<Record<string, string>>): readonly string[] {
  const here = devicesIn(readText(devicesKey));
  // An entry that is damaged lacks its device, one that says that it was forgotten does not.
  const known = here.filter((one) => isRemembered(one) || isForgotten(one)).map((one) => one.id);
  const lost = devicesIn(copy[devicesKey] ?? null).filter((one) => hasId(one) && !known.includes(one.id));
  const back = lost.filter(isRemembered).map(({ id }) => id);
  if (back.length > 0) {
    const rest = here.filter((one) => !hasId(one) || !back.includes(one.id));
    writeText(devicesKey, JSON.stringify([...rest, ...lost]));
  }
  for (const key of [movedKey, hubKey]) {
    const text = copy[key];
    if (readText(key) === null && text !== undefined) writeText(key, text);
  }
  return back;
}

/** Forgets a device on purpose, so that no older copy brings it back. */
export function forgetDevice(id: string): void {
  const others = devicesIn(readText(devicesKey)).filter((one) => !hasId(one) || one.id !== id);
  writeText(devicesKey, JSON.stringify([...others, { id, forgotten: true }]));
}

const isForgotten = shape<{ readonly id: string; readonly forgotten: boolean }>({
  id: isText,
  forgotten: (value): value is boolean => value === true,
});

/** Notes that the glass which was one device is another from now on. */
export function noteMoved(from: string, to: string): void {
  keepMoves([...moves().filter((one) => one.from !== from), { from, to }]);
}

/** The devices that this one's glass has been and whose work has not come over yet. */
export const movedTo = (to: string): readonly string[] =>
  moves()
    .filter((one) => one.to === to)
    .map(({ from }) => from);

/** All of it has come over. */
export function dropMoved(from: string): void {
  keepMoves(moves().filter((one) => one.from !== from));
  forgetDevice(from);
}

function moves(): readonly Moved[] {
  try {
    const list: unknown = JSON.parse(readText(movedKey) ?? '[]');
    return isMoves(list) ? list : [];
  } catch {
    return [];
  }
}

const keepMoves = (list: readonly Moved[]): boolean => writeText(movedKey, JSON.stringify(list));
