import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuid7 } from '../../src/kernel/uuid7.ts';

test('ids made later sort later, whatever chance says', () => {
  const early = uuid7(Date.UTC(2026, 10, 22), new Uint8Array(16).fill(255));
  const late = uuid7(Date.UTC(2026, 10, 22) + 1, new Uint8Array(16));
  assert.ok(early < late);
  for (const one of [early, late])
    assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the bytes of chance that were given are left as they were', () => {
  const chance = new Uint8Array(16).fill(7);
  uuid7(1, chance);
  assert.deepEqual(chance, new Uint8Array(16).fill(7));
});
