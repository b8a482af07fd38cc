import type { RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { mayLookAlike, phoneTail, rosterEntry, type Member } from './roster.ts';

/**
 * Writes the roster entries of all who look, or looked, like the members given: another mask comes and goes with its
 * need. Who has left, or is gone, has none.
 */
export async function followRoster(tx: RowTx, touched: readonly Member[]): Promise<void> {
  const all = await tx.list('people', 'member');
  const members = all.filter(({ left }) => left === undefined);
  const here = new Set<string>(members.map(({ id }) => id));
  for (const { id } of touched) if (!here.has(id)) await tx.remove('kiosk', 'roster', id);
  const byTail = new Map<string | null, Member[]>();
  const tails = new Set(touched.map(tailOf));
  for (const member of members) {
    const tail = tailOf(member);
    // Only they can look alike; looking at all of five thousand for each of a hundred would hold up the hub.
    if (!tails.has(tail)) continue;
    const those = byTail.get(tail);
    if (those === undefined) byTail.set(tail, [member]);
    else those.push(member);
  }
  const ids = new Set<string>(touched.map(({ id }) => id));
  for (const alike of byTail.values()) {
    for (const member of alike) {
      if (!ids.has(member.id) && !touched.some((other) => mayLookAlike(member, other))) continue;
      const known = await tx.get('kiosk', 'roster', member.id);
      const entry = rosterEntry(member, alike, known);
      if (!same(known, entry)) await tx.put('kiosk', 'roster', member.id, entry);
    }
  }
}

const tailOf = ({ phone }: Member): string | null => phoneTail(phone);
