import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance } from '../../src/hub/allowance.ts';
import { LOAD } from '../../src/hub/load-limits.ts';

const MINUTE = 60_000;
const EACH_MS = 5000;

/** Takes one where there is one. Returns the seconds to wait where there is none. */
function taken(allowance: Allowance, who: string): number {
  if (allowance.left(who) < 1) return allowance.waitS(who);
  allowance.take(who, 1);
  return 0;
}

test('a glass that waits a night for its code, asking every ten minutes, is never told to wait', () => {
  let now = 0;
  const codes = new Allowance(LOAD.codes, () => now);
  for (; now < 30 * 24 * 60 * MINUTE; now += 10 * MINUTE) assert.equal(taken(codes, 'one address'), 0);
});

test('who is refused and asks all the same waits no longer, and keeps nobody else waiting', () => {
  let now = 0;
  const codes = new Allowance({ atOnce: 3, anHour: 3_600_000 / EACH_MS }, () => now);
  for (let n = 0; n < 3; n += 1) assert.equal(taken(codes, 'a'), 0);
  for (let n = 0; n < 50; n += 1) assert.equal(taken(codes, 'a'), 5);
  assert.equal(taken(codes, 'b'), 0);
  now += 2000;
  assert.equal(taken(codes, 'a'), 3);
  now += 3000;
  assert.equal(taken(codes, 'a'), 0);
  assert.equal(taken(codes, 'a'), 5);
});
