import type { RowOf } from '../rows.ts';
import { maskName } from './masking.ts';

export type Member = RowOf<'member'>;
export type RosterEntry = RowOf<'roster'>;
export type Hint = NonNullable<RosterEntry['hint']>;

/** The last four digits of a phone number. */
export const phoneTail = (phone: string): string => phone.slice(-4);

/** Whose phone ends so, as a choice to put before the elder: by masked name, then by what tells them apart. */
export function findByTail(roster: readonly RosterEntry[], tail: string): readonly RosterEntry[] {
  const key = (entry: RosterEntry): string => `${entry.maskedName}\n${entry.hint?.value ?? ''}\n${entry.id}`;
  return roster.filter((entry) => entry.phoneTail === tail).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whether two members could not be told apart by tail and masked name. */
export const looksLike = (a: Member, b: Member): boolean =>
  phoneTail(a.phone) === phoneTail(b.phone) && maskName(a.name) === maskName(b.name);

/** What may tell look-alikes apart, the least telling first. Each is something its owner knows of themselves. */
const hintsOf = (member: Member): readonly Hint[] => [
  { by: 'phone', value: member.phone.slice(0, 3) },
  ...(member.birthYear === null ? [] : [{ by: 'birth', value: `${member.birthYear}` } as const]),
];

/**
 * The hint each of a group of look-alikes needs: how their phone number begins if that differs for all, else the year
 * of birth, else an order number that staff tell them. None for a member who looks like nobody else.
 */
export function hintsFor(group: readonly Member[]): ReadonlyMap<string, Hint> {
  if (group.length < 2) return new Map();
  for (const by of ['phone', 'birth'] as const) {
    const hints = group.map((member) => hintsOf(member).find((hint) => hint.by === by));
    const values = hints.filter((hint): hint is Hint => hint !== undefined);
    if (new Set(values.map((hint) => hint.value)).size === group.length) {
      return new Map(group.flatMap((member, i) => entry(member, values[i])));
    }
  }
  const ordered = [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(ordered.map((member, i) => [member.id, { by: 'order', value: `${i + 1}` }]));
}

const entry = (member: Member, hint: Hint | undefined): [string, Hint][] =>
  hint === undefined ? [] : [[member.id, hint]];

/** What a kiosk may know of a member. */
export function rosterEntry(member: Member, hint: Hint | undefined, card: string | null): RosterEntry {
  const base = { id: member.id, maskedName: maskName(member.name), phoneTail: phoneTail(member.phone), card };
  return hint === undefined ? base : { ...base, hint };
}
