import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHistory } from './history.ts';
import { mechanisms } from './mechanisms.ts';

/** The histories searched for one that fails; with every mechanism in place all of them hold. */
const SEEDS = 1000;

for (const [name, { says, off }] of mechanisms) {
  test(`the simulator notices when ${says}`, async (t) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { violation } = await runHistory(seed, off(), false);
      if (violation === null) continue;
      t.diagnostic(`without ${name}, seed ${seed}: ${violation}`);
      return;
    }
    assert.fail(`no history of ${SEEDS} fails without ${name}`);
  });
}
