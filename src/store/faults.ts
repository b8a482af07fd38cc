import { isNumber, isText, oneOf, shape } from '../kernel/guards.ts';
import type { RowOf } from '../kernel/rows.ts';
import { readText, writeText } from './local-texts.ts';

/** Something that went wrong in the program of this device. */
type Fault = RowOf<'deviceFaults'>['list'][number];

const key = 'leling:faults';
const MOST = 20;
const LONGEST = { text: 300, where: 160 } as const;

const isFault = shape<Fault>({
  kind: oneOf('error', 'rejection', 'told'),
  atMs: isNumber,
  text: isText,
  where: (value): value is string => typeof value === 'string',
  count: isNumber,
});

/**
 * Keeps a fault on the device until somebody who mends it has read it at a console; the same again is counted. What it
 * says of people is not kept: a number as long as the end of a telephone's is taken out of it.
 */
export function keepFault({ kind, text, where }: Pick<Fault, 'kind' | 'text' | 'where'>): void {
  const said = { kind, text: brief(text, LONGEST.text) || kind, where: brief(where, LONGEST.where) };
  const known = faultsLately();
  const before = known.find(
    (one) => one.kind === said.kind && one.text === said.text && one.where === said.where,
  );
  const now: Fault = { ...said, atMs: Math.max(0, Date.now()), count: (before?.count ?? 0) + 1 };
  writeText(key, JSON.stringify([now, ...known.filter((one) => one !== before)].slice(0, MOST)));
}

/** What went wrong on this device, the newest first. */
export function faultsLately(): readonly Fault[] {
  try {
    const list: unknown = JSON.parse(readText(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isFault) : [];
  } catch {
    return [];
  }
}

const brief = (text: string, longest: number): string => text.replace(/\d{4,}/g, '#').slice(0, longest);
