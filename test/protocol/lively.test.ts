import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIn, clientOf, pass, quietCentre, soon } from './centre.ts';

test('a kiosk in a lively centre never believes itself cut off', async () => {
  const world = await quietCentre(['kiosk1', 'kiosk2']);
  const links = new Set<string>();
  const stop = clientOf(world, 'kiosk1').watchStatus(({ link }) => links.add(link));
  links.clear();
  // Each time it has caught up, something more has happened.
  const made: Promise<unknown>[] = [];
  for (let turn = 0; turn < 150; turn += 1) {
    made.push(checkIn(world, turn % 2 === 0 ? 'kiosk1' : 'kiosk2', `m${1 + (turn % 3)}`));
    await pass(world, 5);
  }
  await soon(world, Promise.all(made));
  assert.equal(links.has('away'), false);
  await pass(world, 5000);
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
  stop();
  await world.end();
});
