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
  const ids = new Set<string>(touched.map(({ id }) => id));
  const tails = new Set(touched.map(tailOf));
  const affected = members.filter(
    (one) => ids.has(one.id) || (tails.has(tailOf(one)) && touched.some((other) => mayLookAlike(one, other))),
  );
  for (const member of affected) {
    const known = await tx.get('kiosk', 'roster', member.id);
    const entry = rosterEntry(member, members, known);
    if (!same(known, entry)) await tx.put('kiosk', 'roster', member.id, entry);
  }
}

const tailOf = ({ phone }: Member): string | null => phoneTail(phone);
