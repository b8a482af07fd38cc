import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import { id } from '../../src/kernel/ids.ts';
import { openConsole } from '../support/console-pages.ts';
import { consoleWorlds } from '../support/console-worlds.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { button, deepAll, settled, type, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';
import { tapAt } from '../support/trembling.ts';

describe('A wet finger that taps twice in a moment', () => {
  afterEach(() => {
    unmountAll();
    location.hash = '';
    localStorage.clear();
  });

  /** Taps what is first called so, and in the same moment what stands there then; gives what that asked of the store. */
  async function tapTwice(
    page: string,
    store: FakeStore,
    name: RegExp,
    then = name,
  ): Promise<readonly string[]> {
    const shell = await openConsole(store, page);
    const [price] = deepAll(shell, 'll-staff-menu-line').flatMap((line) => deepAll(line, '#price'));
    if (price instanceof HTMLInputElement) type(price, '5500');
    await settled(shell);
    const before = store.asked.length;
    const now = performance.now();
    tapAt(button(shell, name), now);
    await settled(shell);
    tapAt(button(shell, then), now);
    await settled(shell);
    return store.asked.slice(before).map(({ name: asked }) => asked);
  }

  it('is asked about a price that leaps, and has not answered: 5,500 yuan would stand on the screen', async () => {
    const store = consoleWorlds.some(staff('manager'));
    expect(await tapTwice('menu', store, /^发布 第/, /^没错，发布/)).not.to.contain('menu.publish');
  });

  it('takes down one notice, not the one that comes up in its place too', async () => {
    const store = consoleWorlds.some(staff('manager'));
    const [notice] = await store.query((view) => view.list('centre', 'notice'));
    if (notice === undefined) throw new Error('nothing to take down');
    store.put('centre', 'notice', 'another', { ...notice, id: id<'NoticeId'>('another') });
    expect(await tapTwice('more', store, /^撤下/)).to.deep.equal(['notice.withdraw']);
  });

  it('puts away one thing that was not done, and no other unseen', async () => {
    const store = consoleWorlds.some(staff('manager'));
    const [refusal] = await store.query((view) => view.list('staff', 'refusal'));
    if (refusal === undefined) throw new Error('everything was done');
    store.put('staff', 'refusal', 'r2', { ...refusal, id: id<'Mid'>('r2') });
    expect(await tapTwice('more', store, /^(不用了|知道了|不做了)/)).to.deep.equal(['record.dismiss']);
  });
});
