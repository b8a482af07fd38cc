import type { RowOf } from '../../../kernel/rows.ts';
import { maskName, masksOf, outlineOf } from './masking.ts';

export type Member = RowOf<'member'>;
export type RosterEntry = RowOf<'roster'>;
/** How a member wants a glass to be. */
export type MemberComfort = NonNullable<RosterEntry['comfort']>;

/** A telephone number's digits: people write 0471-123 4567. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/** The last four digits of a telephone number; null where there is none. */
export const phoneTail = (phone: string | null): string | null =>
  phone === null ? null : digitsOf(phone).slice(-4);

/** Members as a choice to put before the elder: by masked name, then by number. */
export function inOrder(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  const key = (entry: RosterEntry): string =>
    `${entry.maskedName}\n${String(entry.order ?? 0).padStart(4, '0')}\n${entry.id}`;
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whose telephone ends so. */
export const findByTail = (roster: readonly RosterEntry[], tail: string): readonly RosterEntry[] =>
  inOrder(roster.filter((entry) => entry.phoneTail === tail));

/** What a kiosk shows of a member: a masked name, and an order number where even that does not tell them apart. */
type ShownName = Pick<RosterEntry, 'maskedName' | 'order'>;

/** Whether two members could be taken for each other by tail and masked name. */
export const mayLookAlike = (a: Member, b: Member): boolean =>
  phoneTail(a.phone) === phoneTail(b.phone) && outlineOf(a.name) === outlineOf(b.name);

/**
 * How each of those who may look alike is shown: all under the first mask that tells all of them apart, which gives
 * away no more than the usual one and nothing but names. Where none does (the same name and tail), the same masked
 * names are numbered, and staff tell people their number.
 */
export function shownNamesOf(group: readonly Member[]): ReadonlyMap<string, ShownName> {
  const masks = group.map(({ name }) => masksOf(name));
  const ways = Math.max(0, ...masks.map(({ length }) => length));
  for (let way = 0; way < ways; way += 1) {
    const names = masks.map((those, i) => those[way] ?? maskName(group[i]?.name ?? ''));
    if (new Set(names).size === group.length) {
      return new Map(group.map(({ id }, i) => [id, { maskedName: names[i] ?? '' }]));
    }
  }
  return numbered(group);
}

function numbered(group: readonly Member[]): ReadonlyMap<string, ShownName> {
  const alike = new Map<string, Member[]>();
  for (const member of [...group].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const maskedName = maskName(member.name);
    alike.set(maskedName, [...(alike.get(maskedName) ?? []), member]);
  }
  return new Map(
    [...alike].flatMap(([maskedName, members]) =>
      members.map(({ id }, i): [string, ShownName] => [
        id,
        members.length === 1 ? { maskedName } : { maskedName, order: i + 1 },
      ]),
    ),
  );
}

/** What a kiosk may know of one of the members, `before` being what it knew: their card and comfort, where the member's row says none. */
export function rosterEntry(
  member: Member,
  members: readonly Member[],
  before?: Pick<RosterEntry, 'card' | 'comfort'>,
): RosterEntry {
  const { pairedWith } = member;
  const comfort = member.comfort === undefined ? before?.comfort : (member.comfort ?? undefined);
  const shown = shownNamesOf(members.filter((other) => mayLookAlike(member, other))).get(member.id);
  return {
    id: member.id,
    ...(shown ?? { maskedName: maskName(member.name) }),
    phoneTail: phoneTail(member.phone),
    card: member.card === undefined ? (before?.card ?? null) : member.card,
    ...(pairedWith === undefined || pairedWith.length === 0 ? {} : { pairedWith }),
    ...(comfort === undefined ? {} : { comfort }),
  };
}
