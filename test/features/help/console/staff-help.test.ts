import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { Actor } from '../../../../src/kernel/mutation.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { LlStaffHelpCalls } from '../../../../src/features/help/console/staff-help-calls.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { button, mount, settled, unmountAll } from '../../../support/mount.ts';

const advisor: Actor = {
  type: 'staff',
  deviceId: id('console-1'),
  centreId: id('sample'),
  accountId: id('chen'),
  name: '陈顾问',
  role: 'advisor',
};
const now = Date.UTC(2026, 10, 22, 3, 2, 7);
const call = (mid: string, place: string, agoMs: number): RowOf<'helpCall'> => ({
  id: id(mid),
  deviceId: id('lobby-kiosk'),
  place,
  raisedAtMs: now - agoMs,
  ageUnknown: false,
  state: 'waiting',
  answeredBy: null,
  answeredAtMs: null,
});

const words = (element: Element): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('A call for help on the console', () => {
  let store: FakeStore;
  let calls: LlStaffHelpCalls;

  beforeEach(async () => {
    store = new FakeStore({ actor: advisor, nowMs: now });
    calls = await mount(new LlStaffHelpCalls(), { store });
  });
  afterEach(unmountAll);

  it('says nothing while nobody asks', () => {
    expect(words(calls).trim()).to.equal('');
  });

  it('says where, since when and how many, and announces it to those who listen', async () => {
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    store.put('staff', 'helpCall', 'b', call('b', '二楼走廊', 5000));
    await settled(calls);
    expect(words(calls)).to.contain('2 个人在找人帮忙');
    expect(words(calls)).to.contain('3 分钟前');
    expect(calls.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain('一楼大厅、二楼走廊');
  });

  it('tells the others who goes, then that it is done', async () => {
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    await settled(calls);
    button(calls, '我马上来：一楼大厅').click();
    await settled(calls);
    expect(words(calls)).to.contain('陈顾问正在过去');
    button(calls, '一楼大厅：已解决').click();
    await settled(calls);
    const row = await store.query((view) => view.get('staff', 'helpCall', 'a'));
    expect(row?.state).to.equal('done');
    expect(words(calls).trim()).to.equal('');
  });

  it('does not invent an age for a call that came from a device without the time', async () => {
    store.put('staff', 'helpCall', 'a', { ...call('a', '一楼大厅', 0), ageUnknown: true });
    await settled(calls);
    expect(words(calls)).to.contain('不知道等了多久');
  });

  it('is accessible', async () => {
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    await settled(calls);
    await expectAccessible(calls);
  });
});
