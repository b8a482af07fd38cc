import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HistoriesApart } from './histories-apart.ts';
import { mechanisms } from './mechanisms.ts';

/** The histories searched for one that fails; with every mechanism in place all of them hold. */
const SEEDS = 1000;
/**
 * Where a rare one was found last, which is looked at first: a history takes half a second. A change to the product or to
 * the histories may move it; then it is found by searching, and told.
 */
const FOUND_LAST: Readonly<Record<string, number>> = {
  'atomic-compaction': 15,
  resynchronise: 24,
  'chain-check': 14,
  'known-mids': 14,
  acknowledge: 21,
  tombstones: 3,
  floor: 202,
  archive: 3,
  epoch: 11,
  run: 211,
  safe: 22,
  opens: 45,
  'hub-sync': 3,
  'one-transaction': 79,
  grants: 2,
  'valid-for': 279,
  'sure-to-destroy': 390,
  held: 30,
  'sure-time': 2,
  'snapshot-start': 15,
  'one-by-one': 3,
  'judged-as-it-was': 6,
  believing: 3,
  upcast: 1,
  'mending-rows': 242,
  'mending-queue': 35,
};

const histories = new HistoriesApart();
after(() => histories.end());

/** Which seed shows that a mechanism is missing, and how; null where none does. */
async function found(
  without: string,
  first: number,
): Promise<{ readonly seed: number; readonly violation: string } | null> {
  for (let n = 0; n <= SEEDS; n += 1) {
    const seed = n === 0 ? first : n;
    const { violation } = await histories.live({ seed, without });
    if (violation !== null) return { seed, violation };
  }
  return null;
}

for (const [name, { says }] of mechanisms) {
  test(`the simulator notices when ${says}`, async (t) => {
    const last = FOUND_LAST[name] ?? 1;
    const sign = await found(name, last);
    assert.ok(sign, `no history of ${SEEDS} fails without ${name}`);
    if (sign.seed !== last) t.diagnostic(`without ${name}, seed ${sign.seed}: ${sign.violation}`);
  });
}
