import { expect } from 'chai';
import { DraftStorage } from '../../../../src/features/menus/console/draft-storage.ts';
import { id } from '../../../../src/kernel/ids.ts';

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
});
