import { isNumber, isText, listOf, shape, type Guard } from '../../../kernel/guards.ts';
import { readText, writeText } from '../../local-texts.ts';

/** A store is renewed so often within an hour and no more: what breaks again at once is not mended by it. */
const MOST_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

interface Renewal {
  readonly name: string;
  readonly atMs: number;
}

/** A generation that a store has left, till what can be had of it has been brought over. */
export interface Retired {
  readonly name: string;
  readonly generation: number;
  /** By the device's own clock: it decides nothing here, a build before reads it. */
  readonly sinceMs: number;
  /** The days, by the hub's time, on which it could not be read. */
  readonly triedOn?: readonly string[];
}

const isRenewals = listOf(shape<Renewal>({ name: isText, atMs: isNumber }));
const isDays = listOf(isText);
const isRetired = listOf(
  shape<Retired>({
    name: isText,
    generation: isNumber,
    sinceMs: isNumber,
    triedOn: (value): value is string[] | undefined => value === undefined || isDays(value),
  }),
);

const renewals = noted('leling:renewals', isRenewals);
const retired = noted('leling:retired', isRetired);

export const retiredGenerations = (): readonly Retired[] => retired.read();

/** Whether a store may be renewed now. A clock that has jumped counts for nothing. */
export const mayRenew = (name: string): boolean =>
  lately().filter((one) => one.name === name).length < MOST_AN_HOUR;

/** Notes that a store leaves a generation. */
export function noteRenewal(name: string, generation: number): void {
  const nowMs = Date.now();
  renewals.write([...lately(), { name, atMs: nowMs }]);
  retired.write([...retired.read(), { name, generation, sinceMs: nowMs }]);
}

/** A generation is gone. */
export const forgetRetired = (gone: Retired): boolean => retired.write(withoutRetired(gone));

/** It could not be read today either. On how many days that was so. */
export function noteTried(old: Retired, day: string): number {
  const triedOn = [...(old.triedOn ?? []).filter((one) => one !== day), day];
  retired.write([...withoutRetired(old), { ...old, triedOn }]);
  return triedOn.length;
}

const withoutRetired = (old: Retired): readonly Retired[] =>
  retired.read().filter(({ name, generation }) => name !== old.name || generation !== old.generation);

const lately = (): readonly Renewal[] =>
  renewals.read().filter(({ atMs }) => Math.abs(Date.now() - atMs) < HOUR_MS);

/** A list kept outside IndexedDB. */
function noted<T>(
  key: string,
  isList: Guard<T[]>,
): { read(): readonly T[]; write(list: readonly T[]): boolean } {
  return {
    read() {
      try {
        const list: unknown = JSON.parse(readText(key) ?? '[]');
        return isList(list) ? list : [];
      } catch {
        return [];
      }
    },
    write: (list) => writeText(key, JSON.stringify(list)),
  };
}
