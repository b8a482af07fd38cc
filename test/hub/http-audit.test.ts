import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AuditFound, AuditSearch } from '../../src/features/records/model/audit-search.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { Browser } from '../support/browser.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';
import { morning } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');
const DAY_MS = 86_400_000;

/** A manager who is asked in spring who took a price down last autumn finds it, though no console holds it any more. */
describe('who changed what, over the years', () => {
  let hub: TestHub;
  let manager: Browser;
  before(async () => {
    hub = await testHub({ clock: morning() });
    manager = await hub.opened(hub.links.json.staff['manager']);
    const now = hub.sync.now();
    await hub.sync.write(sample, async (tx) => {
      // Seventy a day on three days of last month, and one three years ago.
      for (const daysAgo of [30, 31, 32])
        for (let n = 0; n < 70; n += 1)
          await put(tx, { daysAgo, n, name: 'menu.soldOut', by: n % 2 === 0 ? '李师傅' : '张老师' });
      await put(tx, { daysAgo: 3 * 365, n: 1, name: 'dish.save', by: '李师傅', price: [1200, 1599] });
    });
    const day = new Date(now).toISOString().slice(0, 10);
    await hub.sync.retire(sample, { day, asOfMs: now, rows: 10_000 });
    const left = await hub.sync.read(sample, (tx) => tx.list('audit', 'audit'));
    assert.ok(left.length < 10, 'what is told below is the archive’s');

    type Tx = Parameters<Parameters<TestHub['sync']['write']>[1]>[0];
    interface Deed {
      readonly daysAgo: number;
      readonly n: number;
      readonly name: string;
      readonly by: string;
      readonly price?: readonly [number, number];
    }
    async function put(tx: Tx, { daysAgo, n, name, by, price }: Deed): Promise<void> {
      const mid = id<'Mid'>(`m-${daysAgo}-${String(n).padStart(3, '0')}`);
      const row: RowOf<'audit'> = {
        id: mid,
        name,
        by,
        deviceId: id('console-1'),
        subject: ['dish/tofu'],
        receivedAtMs: now - daysAgo * DAY_MS + n * 1000,
        ...(price === undefined
          ? {}
          : { changed: [{ subject: 'dish/tofu', path: ['priceFen'], before: price[0], after: price[1] }] }),
      };
      await tx.put('audit', 'audit', mid, row);
    }
  });
  after(() => hub.dispose());

  const look = async (search: AuditSearch = {}): Promise<AuditFound> => {
    const answer = await manager.post('/api/audit/search', search);
    assert.equal(answer.status, 200);
    return answer.json();
  };
  /** All of it, page by page, as a person presses for more. */
  const all = async (search: AuditSearch): Promise<AuditFound['rows']> => {
    const rows: AuditFound['rows'] = [];
    let page = await look(search);
    for (let pages = 1; pages < 20; pages += 1) {
      rows.push(...page.rows);
      if (page.earlier === null) return rows;
      page = await look({ ...search, last: page.earlier });
    }
    return assert.fail('it never ends');
  };

  it('is told in whole days, the newest first, down to the first, and nothing twice', async () => {
    const rows = (await all({})).filter(({ id: mid }) => mid.startsWith('m-'));
    assert.equal(rows.length, 211);
    assert.equal(new Set(rows.map(({ id: mid }) => mid)).size, 211);
    assert.equal(rows[210]?.name, 'dish.save');
    const times = rows.map(({ receivedAtMs }) => receivedAtMs);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
  });

  it('does not send years at once', async () => {
    const { rows, earlier } = await look();
    assert.ok(rows.length < 150, `${rows.length} rows in a page`);
    assert.notEqual(earlier, null);
  });

  it('is found by person, by day, by what stood there, by what it was done to', async () => {
    assert.equal((await all({ by: '李师傅', text: '1599' })).length, 1, 'a price of years ago');
    assert.equal((await all({ text: '豆腐', subjects: ['dish/tofu'] })).length, 211);
    assert.equal((await all({ text: '卖完', names: ['menu.soldOut'], by: '张老师' })).length, 105);
    const day = new Date(hub.sync.now() - 31 * DAY_MS).toISOString().slice(0, 10);
    assert.equal((await all({ first: day, last: day })).length, 70);
    assert.deepEqual(await all({ text: '没有这回事' }), []);
  });

  it('is for the manager alone, and refuses what is no search', async () => {
    const leader = await hub.opened(hub.links.json.staff['leader']);
    assert.equal((await problemIn(await leader.post('/api/audit/search', {}))).code, 'not-permitted');
    assert.equal((await manager.post('/api/audit/search', { last: 'yesterday' })).status, 400);
    assert.equal((await manager.post('/api/audit/search', { text: 'x'.repeat(5000) })).status, 400);
  });
});
