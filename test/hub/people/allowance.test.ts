import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance } from '../../../src/hub/people/allowance.ts';

const MINUTE = 60_000;

test('a glass that waits a night for its code, asking every ten minutes, is never told to wait', () => {
  let now = 0;
  const codes = new Allowance(() => now, { most: 120, eachMs: 5000 });
  for (; now < 30 * 24 * 60 * MINUTE; now += 10 * MINUTE) assert.equal(codes.take('one address'), 0);
});

test('who is refused and asks all the same waits no longer, and keeps nobody else waiting', () => {
  let now = 0;
  const codes = new Allowance(() => now, { most: 3, eachMs: 5000 });
  for (let n = 0; n < 3; n += 1) assert.equal(codes.take('a'), 0);
  for (let n = 0; n < 50; n += 1) assert.equal(codes.take('a'), 5000);
  assert.equal(codes.take('b'), 0);
  now += 2000;
  assert.equal(codes.take('a'), 3000);
  now += 3000;
  assert.equal(codes.take('a'), 0);
  assert.equal(codes.take('a'), 5000);
});

test('a clock that is set back gives nothing and shuts nobody out', () => {
  let now = 10 * MINUTE;
  const codes = new Allowance(() => now, { most: 2, eachMs: 5000 });
  assert.equal(codes.take('a'), 0);
  now = 0;
  assert.equal(codes.take('a'), 0);
  assert.equal(codes.take('a'), 5000);
  now += 5000;
  assert.equal(codes.take('a'), 0);
});
