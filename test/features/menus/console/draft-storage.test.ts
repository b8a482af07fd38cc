import { expect } from 'chai';
import { DraftStorage } from '../../../../src/features/menus/console/draft-storage.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { turn } from '../../../support/mount.ts';

const menuId = id<'MenuId'>('2026-11-28.lunch.main');
const key = `leling:draft:test:${menuId}`;

/** As the first release wrote it, of a menu sent and not heard of since. */
const draft = {
  menuId,
  base: { id: menuId, version: 3, items: [{ dishId: 'eggs', name: '番茄炒蛋' }] },
  lines: [{ item: { dishId: 'eggs', name: '番茄炒蛋' }, price: '6.50', small: '' }],
  set: null,
  note: '',
};
const stored = { shape: 1, draft: null, sent: { mid: 'm1', version: 4, draft } };

describe('a menu that somebody is writing', () => {
  const drafts = new DraftStorage('test');
  const put = (value: unknown): void => localStorage.setItem(key, JSON.stringify(value));
  afterEach(() => localStorage.removeItem(key));

  it('is found again as an earlier build kept it', () => {
    put({ ...stored, colour: 'green' });
    const { sent } = drafts.read(menuId);
    expect(sent?.version).to.equal(4);
    expect(sent?.draft.lines[0]?.price).to.equal('6.50');
  });

  it('is left alone where it is of another shape, or damaged', () => {
    const lines = [{ item: null, price: '6.50', small: '' }];
    for (const value of [
      { ...stored, shape: 2 },
      { ...stored, sent: { mid: 'm1', version: '4', draft } },
      { shape: 1, draft: { ...draft, lines }, sent: null },
      { shape: 1, draft: { ...draft, base: { items: 7 } }, sent: null },
      7,
    ]) {
      put(value);
      expect(drafts.read(menuId)).to.deep.equal({ draft: null, sent: null });
      expect(localStorage.getItem(key)).to.equal(JSON.stringify(value));
    }
  });

  it('is found in the database where a battery died before the browser had written its texts down', async () => {
    const store = new FakeStore();
    const before = new DraftStorage('test', store);
    put(stored);
    const { sent } = before.read(menuId);
    before.write(menuId, { draft: sent?.draft ?? null, sent: null });
    await turn();
    put(stored);
    const after = new DraftStorage('test', store);
    expect(after.read(menuId).sent?.version, 'an older one is in the text').to.equal(4);
    expect((await after.recall(menuId))?.draft?.lines[0]?.price).to.equal('6.50');
    expect(await after.recall(menuId), 'known by now').to.equal(null);
  });

  it('is the same in a second page of the browser, as it is written there', () => {
    const heard: unknown[] = [];
    const stop = drafts.follow(menuId, ({ sent }) => heard.push(sent?.version));
    const write = (newValue: string, name = key): void => {
      window.dispatchEvent(new StorageEvent('storage', { key: name, newValue }));
    };
    write(JSON.stringify(stored));
    write(JSON.stringify(stored), `${key}.another`);
    stop();
    write(JSON.stringify(stored));
    expect(heard).to.deep.equal([4]);
  });
});
