import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { notedSecrets } from '../../../src/hub/ops/data/noted-secrets.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { SealedItems } from '../../../src/hub/sync/sealed-items.ts';
import type { WireMutation } from '../../../src/protocol/wire/wire.ts';
import { bytesOf } from '../../../src/store/sealed/key-bytes.ts';
import { sealFor } from '../../../src/store/sealed/seal-for.ts';
import { onBothEngines } from '../../support/database.ts';
import { CENTRE, Chain, claim, furnish, kiosk, morning, todaysSession } from './centre.ts';

const sealerOf = (hub: Pick<HubSync, 'sealingKey'>, device: string) =>
  sealFor(bytesOf(hub.sealingKey(device)), device);
const cameTo = async (sync: HubSync): Promise<number> =>
  (await sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync))))?.count ?? 0;
const held = (sync: HubSync) => sync.read(CENTRE, (tx) => tx.list('people', 'refusal'));

onBothEngines('A hub that is put back to before a check-in', (databases) => {
  test('counts it as it was made, though its kiosk has only what it had sealed for the hub', async () => {
    const sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
    const made = new Chain(sync, kiosk('lobby'), 'c1').next(claim(sync, 'm1'), claim(sync, 'm2'));
    const sealed = made.map(sealerOf(sync, 'lobby'));
    assert.doesNotMatch(JSON.stringify(sealed), /"m1"|baduanjin/);
    const answer = await new Chain(sync, kiosk('lobby'), 'c1').push(sealed);
    assert.deepEqual(answer.type === 'done' && answer.results.map(({ status }) => status), [
      'applied',
      'applied',
    ]);
    assert.equal(await cameTo(sync), 2);
    await sync.close();
  });

  test('holds what no secret of its own opens, whole, and counts it once it has the secret', async () => {
    const place = await databases.fresh();
    const sync = await createHubSync({ database: place, clock: morning() });
    await furnish(sync);
    const secret = randomBytes(16).toString('hex');
    const lost = new SealedItems([secret]);
    const sealed = new Chain(sync, kiosk('lobby'), 'c1')
      .next(claim(sync, 'm1'))
      .map(sealerOf({ sealingKey: (device) => lost.keyOf(device) }, 'lobby'));
    const answer = await new Chain(sync, kiosk('lobby'), 'c1').push(sealed);
    assert.equal(answer.type === 'done' && answer.results[0]?.status, 'held');
    assert.deepEqual(
      (await held(sync)).map(({ args }) => args),
      [sealed[0]?.args],
    );
    await sync.close();

    const noted = { former: [secret], note: async () => undefined };
    const later = await createHubSync({ database: place, clock: morning(), noted });
    assert.equal(await cameTo(later), 1);
    assert.deepEqual(await held(later), []);
    await later.close();
  });
});

test('what was sealed opens for its own mid alone, and damaged for nobody', () => {
  const items = new SealedItems(['a secret of the hub']);
  const mut = { mid: 'mid-1', seq: 1, prev: null, name: 'checkin.claim', v: 1, args: { memberId: 'm1' } };
  const made = {
    ...mut,
    deviceTime: 1,
    timeQuality: 'confirmed',
    age: 5,
    domainKey: 'k',
  } as unknown as WireMutation;
  const sealed = sealerOf({ sealingKey: (device) => items.keyOf(device) }, 'lobby')(made);
  assert.deepEqual(items.opened(sealed), { ...made, age: null });
  const moved = { ...sealed, mid: 'mid-2' };
  assert.equal(items.opened(moved), moved);
  const cut = { ...sealed, args: { by: 'lobby', box: 'AAAA' } };
  assert.equal(items.opened(cut), cut);
  assert.equal(new SealedItems(['another']).opened(sealed), sealed);
  const spoken: unknown = { mid: 'mid-3', name: 'sealed', args: 7 };
  assert.equal(items.opened(spoken), spoken);
});

test('a hub whose database was lost still knows by what its devices sealed', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'secrets-'));
  t.after(() => rm(dataDir, { recursive: true }));
  const [first, second] = ['a'.repeat(20), 'b'.repeat(20)];
  for (const secret of [first, first, second]) await (await notedSecrets(dataDir)).note(secret);
  assert.deepEqual((await notedSecrets(dataDir)).former, [second, first]);
});
