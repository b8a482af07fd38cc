import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';

describe('The console under a finger', () => {
  let store: FakeStore;
  let shell: LlStaffShell;
  const now = performance.now.bind(performance);

  const drawn = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  const top = (): number => button(shell, '五花肉烩苋菜：卖完').getBoundingClientRect().top;

  beforeEach(async () => {
    location.hash = '';
    store = staffStore(staff('canteen'));
    shell = await mount(new LlStaffShell(), { store });
    await drawn();
    // The page has been open for a while.
    performance.now = () => now() + 60_000;
  });
  afterEach(() => {
    performance.now = now;
    unmountAll();
    window.scrollTo(0, 0);
  });

  it('keeps every button where it is when a call for help arrives and when it is over', async () => {
    const before = top();
    store.put('staff', 'helpCall', 'a', {
      id: id<'Mid'>('a'),
      deviceId: id('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: at(11, 1),
      ageUnknown: false,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    await settled(shell);
    await drawn();
    expect(top()).to.be.closeTo(before, 1);
    const call = deepAll(shell, '.calls')[0]?.getBoundingClientRect();
    expect(call?.top, 'the call is in sight').to.be.within(0, 40);
    button(shell, '一楼大厅：已解决').click();
    await settled(shell);
    await drawn();
    expect(top()).to.be.closeTo(before, 1);
  });
});
