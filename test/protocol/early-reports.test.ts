import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { openClient, type Client } from '../../src/protocol/client/open-client.ts';
import type { WireReport } from '../../src/protocol/wire/wire.ts';
import type { World } from '../sim/world.ts';
import { Life } from '../sim/life.ts';
import { calmJournal } from '../sim/sim-journal.ts';
import { MemoryStorage } from '../sim/memory-storage.ts';
import { UTC_OFFSET } from '../sim/seed-rows.ts';
import { replyOf } from '../sim/sim-hub.ts';
import { deviceOf, pass, quietCentre } from './centre.ts';

/** Pages of one television, which lead when they are told to, and what each of them has sent of itself. */
async function pagesOf(world: World) {
  const { disk, actor, grants } = deviceOf(world, 'tv');
  const life = new Life(world.time, () => 0);
  const storage = new MemoryStorage(disk, life, {}, () => undefined);
  const who = { actor, owner: 'tv/device', grants };
  const open = async (): Promise<{ readonly client: Client; readonly sent: WireReport[] }> => {
    const sent: WireReport[] = [];
    const client = await openClient({
      storage,
      journal: calmJournal(disk, life, world.time),
      transport: {
        push: async (request) => replyOf(await world.hub.push(who, request)),
        pull: async (request) => replyOf(await world.hub.pull(who, request)),
        report: async ({ reports }) => {
          sent.push(...reports);
          return { ok: true, value: { taken: reports.length } };
        },
      },
      clock: { wall: () => world.time.now, monotonic: () => world.time.now, bootId: 'boot' },
      timers: { after: (ms, run) => world.time.after(ms, run) },
      random: { next: () => 0.5, uuid7: (nowMs) => world.chance.uuid7(nowMs) },
      actor,
      nouns: { mutations, rowKinds },
      utcOffsetMinutes: UTC_OFFSET,
      failed: (error) => assert.fail(String(error)),
    });
    return { client, sent };
  };
  return { open };
}

const glass = (showing: string) => ({ type: 'glass', showing, shownForMs: 0 }) as const;

test('what a television says before it leads is sent once it does, with its age: else a run held at a start goes on at the hub', async () => {
  const world = await quietCentre([]);
  const { open } = await pagesOf(world);
  const { client, sent } = await open();
  client.report(glass('menu:a@1'));
  await pass(world, 300);
  client.report(glass('menu:b@2'));
  await pass(world, 700);
  assert.deepEqual(sent, []);
  void client.start();
  await pass(world, 1000);
  assert.deepEqual(sent, [{ ...glass('menu:b@2'), agoMs: 700 }]);
  client.stop();
  await world.end();
});

test('beside a page that leads it is sent by that one, and once', async () => {
  const world = await quietCentre([]);
  const { open } = await pagesOf(world);
  const [first, second] = [await open(), await open()];
  first.client.onChanged((notice) => second.client.noticeChanged(notice));
  second.client.onChanged((notice) => first.client.noticeChanged(notice));
  // The second has opened, and nobody leads yet.
  second.client.report(glass('menu:a@1'));
  void first.client.start();
  await pass(world, 1000);
  assert.deepEqual(
    first.sent.map(({ type }) => type),
    ['glass'],
  );
  first.client.stop();
  void second.client.start();
  await pass(world, 1000);
  assert.deepEqual(second.sent, []);
  second.client.stop();
  await world.end();
});
