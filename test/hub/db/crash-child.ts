import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { Chain, claim, furnish, kiosk } from '../sync/centre.ts';

/** A hub that takes check-ins until it is killed, and says of each only after it was acknowledged. */
const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
const sync = await createHubSync({ database });
await furnish(sync);
const chains = Array.from({ length: 4 }, (_, n) => new Chain(sync, kiosk(`kiosk-${n}`), `c${n}`));
for (;;) {
  const pushed = chains.map(async (chain) => {
    const muts = chain.next(claim(sync, 'm1'), claim(sync, 'm2'));
    const answer = await chain.push(muts);
    if (answer.type === 'done') process.stdout.write(`${muts.map(({ mid }) => mid).join(' ')} `);
  });
  await Promise.all(pushed);
}
