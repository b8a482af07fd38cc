import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIn, clientOf, deviceOf, pass, quietCentre, soon } from './centre.ts';

test('what was made while the hub is away is told by name until the hub has it, also after a power cut', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  const waiting = async () => soon(world, clientOf(world, 'kiosk1').unsent());
  await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 5000);
  assert.deepEqual(await waiting(), [], 'the hub has it');
  kiosk.online = false;
  await soon(world, checkIn(world, 'kiosk1', 'm2'));
  assert.deepEqual(
    (await waiting()).map(({ name, args }) => [name, JSON.stringify(args).includes('"m2"')]),
    [['checkin.claim', true]],
  );
  kiosk.crash();
  kiosk.boot(null);
  await pass(world, 2000);
  assert.equal((await waiting()).length, 1);
  kiosk.online = true;
  await pass(world, 60_000);
  assert.deepEqual(await waiting(), []);
  await world.end();
});
