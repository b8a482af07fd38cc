import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { fuzz } from './run.ts';

const REQUESTS = 400;

test('whatever comes in, the hub makes no mistake of its own', async (t) => {
  const seed = randomInt(2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const { statuses, mistakes } = await fuzz(seed, REQUESTS);
  assert.deepEqual(mistakes, [], `seed ${seed}`);
  assert.equal(
    Object.values(statuses).reduce((sum, count) => sum + count, 0),
    REQUESTS,
  );
});
