import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { id } from '../../../src/kernel/ids.ts';
import { CENTRE, Chain, claim, furnish, kiosk } from '../sync/centre.ts';

/** A hub that takes check-ins until it is killed, and says of each only after it was acknowledged. */
const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
const sync = await createHubSync({ database });
await furnish(sync);
/** More than are needed: no kiosk signs one person in forty times. */
const members = Array.from({ length: 1000 }, (_, n) => id<'MemberId'>(`x${n}`));
await sync.write(CENTRE, async (tx) => {
  for (const one of members)
    await tx.put('people', 'member', one, { id: one, name: '王秀兰', phone: '13800001234', birthYear: null });
});
const chains = Array.from({ length: 4 }, (_, n) => new Chain(sync, kiosk(`kiosk-${n}`), `c${n}`));
for (let n = 0; ; n += 2) {
  const [one = 'm1', other = 'm2'] = members.slice(n % members.length);
  const pushed = chains.map(async (chain) => {
    const muts = chain.next(claim(sync, one), claim(sync, other));
    const answer = await chain.push(muts);
    if (answer.type === 'done') process.stdout.write(`${muts.map(({ mid }) => mid).join(' ')} `);
  });
  await Promise.all(pushed);
}
