import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Chance } from '../sim/random.ts';
import { kinds } from './kinds/index.ts';

/** Kinds that are tried at every test run; `npm run faults` tries them all, as often as wanted. */
const sample: readonly string[] = ['hub-killed', 'hub-stopped', 'identity-lost'];

/** Whatever breaks in a lobby, no ✓ is lost or doubled, nothing untrue is said, and nobody needs to come. */
describe('what breaks', { timeout: 600_000 }, () => {
  after(() => Promise.all(kinds.map((kind) => kind.end?.())));
  for (const kind of kinds.filter(({ name }) => sample.includes(name))) {
    it(kind.says, async () => {
      const { lost, doubled, untrue } = await kind.run(new Chance(1));
      assert.deepEqual({ lost, doubled, untrue }, { lost: 0, doubled: 0, untrue: [] });
    });
  }
});
