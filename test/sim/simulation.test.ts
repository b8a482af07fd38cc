import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HistoriesApart } from './histories-apart.ts';

const SEEDS = 100;
const A_LINE = 50;

const histories = new HistoriesApart();
after(() => histories.end());

test(`nothing is lost and nothing lies in ${SEEDS} histories of crashes, clones, restores and bad networks`, async (t) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { violation } = await histories.live({ seed });
    if (violation !== null) {
      const { trace } = await histories.live({ seed, tracing: true });
      assert.fail(`seed ${seed}: ${violation}\n${trace.join('\n')}\nAlone: npm run sim -- --seed ${seed}`);
    }
    if (seed % A_LINE === 0) t.diagnostic(`${seed} of ${SEEDS} histories`);
  }
});

/** A device may seal what its hub has at any moment: before a backup, after a restore, between two crashes. */
const SEALED_SEEDS = 20;
test(`nothing is lost in ${SEALED_SEEDS} histories in which devices seal what the hub has by a key of the hub's`, async () => {
  for (let seed = 1; seed <= SEALED_SEEDS; seed += 1) {
    const { violation } = await histories.live({ seed, seals: true });
    assert.equal(violation, null, `seed ${seed}`);
  }
});

test('a history is the same each time it is told', async () => {
  for (const seed of [3, 11]) {
    const [once, again] = [
      await histories.live({ seed, tracing: true }),
      await histories.live({ seed, tracing: true }),
    ];
    assert.ok(once.trace.length > 20);
    assert.deepEqual(once.trace, again.trace);
  }
});
