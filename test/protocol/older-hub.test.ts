import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transport } from '../../src/protocol/client/ports.ts';
import type { AnswerHead } from '../../src/protocol/wire/wire.ts';
import { checkIn, clientOf, pass, quietCentre, soon } from './centre.ts';

/** A hub that may be rolled back to the released build, whose bodies know no protocol and no actor. */
function hubOfTwoBuilds() {
  const seen: (number | undefined)[] = [];
  const hub = { rolledBack: true, seen };
  const older = <H extends AnswerHead>({ protocol: _, ...head }: H) => head as H;
  const transport = (_device: unknown, plain: Transport): Transport => ({
    async push(request) {
      seen.push(request.protocol);
      if (hub.rolledBack && request.protocol !== undefined)
        return {
          ok: false,
          error: { type: 'problem', status: 400, detail: 'must NOT have additional properties' },
        };
      const reply = await plain.push(request);
      return reply.ok && hub.rolledBack ? { ok: true, value: older(reply.value) } : reply;
    },
    report: (request) => plain.report(request),
    async pull(request) {
      const reply = await plain.pull(request);
      return reply.ok && hub.rolledBack ? { ok: true, value: older(reply.value) } : reply;
    },
  });
  return { hub, tamper: { transport } };
}

test('with a hub rolled back to the released build a check-in arrives all the same, by its rules', async () => {
  const { hub, tamper } = hubOfTwoBuilds();
  const world = await quietCentre(['kiosk1'], tamper);
  assert.ok((await soon(world, checkIn(world, 'kiosk1', 'm1'))).ok);
  await pass(world, 3000);
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
  hub.seen.length = 0;
  await soon(world, checkIn(world, 'kiosk1', 'm2'));
  await pass(world, 3000);
  assert.deepEqual(hub.seen, [undefined], 'it does not try the newer words each time');
  await world.end();
});

test('once the hub is upgraded the newer protocol is spoken again', async () => {
  const { hub, tamper } = hubOfTwoBuilds();
  const world = await quietCentre(['kiosk1'], tamper);
  hub.rolledBack = false;
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 1000);
  hub.seen.length = 0;
  await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 3000);
  assert.deepEqual(hub.seen, [2]);
  await world.end();
});
