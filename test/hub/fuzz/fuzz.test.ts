import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { fuzzBent } from './bent.ts';
import { fuzz } from './run.ts';

const REQUESTS = 400;
/** Each of these goes further in. */
const BENT = 250;

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

test('nor at what a client sends with one thing of it changed, and most of it gets to where it could', async (t) => {
  const seed = randomInt(2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const { mistakes, reached, carriedOut } = await fuzzBent(seed, BENT);
  assert.deepEqual(mistakes, [], `seed ${seed}`);
  assert.ok(reached > BENT / 2, `${reached} got past the schemas`);
  assert.ok(carriedOut.length >= 6, `only these were carried out: ${carriedOut.join(', ')}`);
});
