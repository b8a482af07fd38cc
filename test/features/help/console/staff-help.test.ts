import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { Actor } from '../../../../src/kernel/mutation.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { LlStaffHelpCalls } from '../../../../src/features/help/console/staff-help-calls.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

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

const deviceRow = {
  kind: 'console',
  place: '前台',
  pairedAtMs: now,
  perhapsClonedAtMs: null,
} as const;

/** Two frames: what the first one painted has been told of by then. */
const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
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

  it('offers no answer to whoever only looks on, whose press the hub would refuse', async () => {
    unmountAll();
    store = new FakeStore({ actor: { ...advisor, role: 'viewer' }, nowMs: now });
    calls = await mount(new LlStaffHelpCalls(), { store });
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    store.put('staff', 'helpCall', 'b', call('b', '二楼走廊', 3 * 86_400_000));
    await settled(calls);
    expect(words(calls)).to.contain('一楼大厅');
    expect(deepAll(calls, 'button')).to.have.length(0);
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
    expect(words(calls)).not.to.contain('在找人帮忙').and.not.to.contain('正在过去');
  });

  it('lets a slip be taken back: who was told that somebody comes waits again', async () => {
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    await settled(calls);
    button(calls, '我马上来：一楼大厅').click();
    await settled(calls);
    button(calls, '撤销').click();
    await settled(calls);
    const row = await store.query((view) => view.get('staff', 'helpCall', 'a'));
    expect([row?.state, row?.answeredBy]).to.deep.equal(['waiting', null]);
    expect(words(calls)).to.contain('1 个人在找人帮忙');
  });

  it('closed by a slip is again with who was on the way', async () => {
    store.put('staff', 'helpCall', 'a', {
      ...call('a', '一楼大厅', 60_000),
      state: 'coming',
      answeredBy: '李师傅',
    });
    await settled(calls);
    button(calls, '一楼大厅：已解决').click();
    await settled(calls);
    button(calls, '撤销').click();
    await settled(calls);
    expect(words(calls)).to.contain('李师傅正在过去');
  });

  it('tells the hub that this console has it, once, when it is painted: before that nobody at the kiosk is told so', async () => {
    expect(store.reports).to.deep.equal([]);
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 1000));
    await until(() => store.reports.length > 0);
    store.put('staff', 'helpCall', 'a', { ...call('a', '一楼大厅', 1000), reminders: 1 });
    await settled(calls);
    await painted();
    expect(store.reports).to.deep.equal([{ type: 'helpHeard', of: 'a', callId: 'a' }]);
  });

  it('says how often it was pressed again, and where else it stands', async () => {
    const heard = [{ deviceId: id<'DeviceId'>('front-desk'), atMs: now }];
    store.put('staff', 'device', 'front-desk', {
      ...deviceRow,
      id: id<'DeviceId'>('front-desk'),
      name: '前台平板',
    });
    store.put('staff', 'helpCall', 'a', { ...call('a', '一楼大厅', 60_000), reminders: 2, heard });
    await settled(calls);
    expect(words(calls)).to.contain('又按了 2 次').and.to.contain('也显示在：前台平板');
  });

  it('of an emergency stands first and says so', async () => {
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    store.put('staff', 'helpCall', 'b', { ...call('b', '二楼走廊', 1000), kind: 'emergency' });
    await settled(calls);
    expect(words(calls)).to.match(/助急：二楼走廊.*一楼大厅/);
    expect(calls.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain('助急：二楼走廊');
  });

  it('that nobody closed yesterday is no call of today, and can be closed', async () => {
    const forgotten = { state: 'coming', answeredBy: '李师傅' } as const;
    store.put('staff', 'helpCall', 'old', { ...call('old', '一楼大厅', 86_400_000), ...forgotten });
    await settled(calls);
    expect(words(calls)).not.to.contain('正在过去');
    const list = deepAll(calls, 'll-staff-forgotten-calls')[0];
    if (list === undefined) throw new Error('no list of forgotten calls');
    expect(words(list)).to.contain('1 次求助没有人记下结果').and.to.contain('李师傅说过去');
    button(list, '关掉：一楼大厅').click();
    await settled(calls);
    const row = await store.query((view) => view.get('staff', 'helpCall', 'old'));
    expect(row?.state).to.equal('done');
    expect(words(list).trim()).to.equal('');
  });

  it('does not invent an age for a call that came from a device without the time', async () => {
    store.put('staff', 'helpCall', 'a', { ...call('a', '一楼大厅', 0), ageUnknown: true });
    await settled(calls);
    expect(words(calls)).to.contain('不知道等了多久');
  });

  it('is accessible', async () => {
    store.put('staff', 'helpCall', 'e', { ...call('e', '二楼走廊', 1000), kind: 'emergency' });
    store.put('staff', 'helpCall', 'old', call('old', '一楼大厅', 86_400_000));
    store.put('staff', 'helpCall', 'a', call('a', '一楼大厅', 3 * 60_000));
    await settled(calls);
    await expectAccessible(calls);
  });
});
