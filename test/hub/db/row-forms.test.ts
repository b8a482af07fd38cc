import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import type { Json } from '../../../src/kernel/json.ts';
import { fieldsOf } from '../../../src/kernel/versions.ts';
import { rowKinds } from '../../../src/features/registry.ts';
import { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { CENTRE, Chain, furnish, kiosk } from '../sync/centre.ts';

const next = {
  ...rowKinds,
  course: {
    ...rowKinds.course,
    v: 2,
    upcasters: { 1: (old: Json) => ({ tone: 'plain', ...fieldsOf(old) }) },
  },
};

test('rows of two builds in one database are read as each build has them: an upgrade rewrites nothing, and a roll-back finds its rows', async () => {
  const shared = await openDatabase({ memory: true });
  const over = (kinds: typeof rowKinds | typeof next) =>
    createHubSync({ database: new SqlHubDatabase(shared.engine, { defer: setImmediate, kinds }) });
  const course = async (sync: Awaited<ReturnType<typeof over>>) => {
    const row = await sync.read(CENTRE, (tx) => tx.get('centre', 'course', 'baduanjin'));
    assert.ok(row !== undefined);
    return { ...row, tone: 'tone' in row ? row.tone : undefined };
  };

  const before = await over(rowKinds);
  await furnish(before);
  const device = new Chain(before, kiosk('lobby'), 'c1');
  const { cursor } = await device.pullAll('centre:sample');
  await before.close();

  const upgraded = await over(next);
  assert.equal((await course(upgraded)).tone, 'plain');
  const page = await new Chain(upgraded, kiosk('lobby'), 'c1').pull('centre:sample', cursor);
  assert.equal(page.reset, true, 'who holds rows of the other shape begins afresh');
  const row = page.rows.find(({ kind }) => kind === 'course');
  assert.equal(row?.v, 2);
  assert.equal(fieldsOf(row?.data ?? null)['tone'], 'plain');
  const warm = { ...(await course(upgraded)), about: '新的', tone: 'warm' };
  await upgraded.write(CENTRE, (tx) => tx.put('centre', 'course', 'baduanjin', warm));
  await upgraded.close();

  const rolledBack = await over(rowKinds);
  const seen = await course(rolledBack);
  assert.equal(seen.about, '新的', 'what the newer build wrote is read as far as it is known');
  assert.equal('$v' in seen, false);
  const other = { ...seen, id: id<'CourseId'>('hands') };
  await rolledBack.write(CENTRE, (tx) => tx.put('centre', 'course', 'hands', other));
  await rolledBack.close();

  const again = await over(next);
  assert.equal((await course(again)).tone, 'warm', 'and nothing of it is lost');
  await again.close();
  await shared.close();
});
