import { expect } from 'chai';
import { LlStaffAlarms } from '../../../../src/features/notices/console/staff-alarms.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { colourOf, contrast } from '../../../support/colours.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { tokens } from '../../../support/mount-kiosk.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const raisedMs = at(11, 2);

describe('An emergency on the console', () => {
  let store: FakeStore;
  let alarms: LlStaffAlarms;
  const words = () => (alarms.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const raise = (): unknown =>
    store.put('centre', 'notice', 'smoke', {
      id: id<'NoticeId'>('smoke'),
      level: 'emergency',
      title: '请马上离开餐厅',
      body: null,
      fromMs: raisedMs,
      untilMs: null,
      by: '王经理',
    });
  const shows = (deviceId: string, showing: string | null, confirmedMs: number): unknown =>
    store.put('staff', 'glass', deviceId, {
      id: id<'DeviceId'>(deviceId),
      showing,
      sinceMs: raisedMs + 400,
      confirmedMs,
    });

  before(tokens);
  beforeEach(async () => {
    store = staffStore(staff('manager'));
    alarms = await mount(new LlStaffAlarms(), { store });
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('counts a glass that has not answered yet with none that shows it', async () => {
    const tv = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (tv === undefined) return expect.fail('there is no television');
    store.put('staff', 'device', 'dining-hall', { ...tv, pairedAtMs: null });
    raise();
    store.nowMs = raisedMs + 1000;
    await settled(alarms);
    expect(words()).to.contain('紧急通知：1 块屏没有确认，还有 1 块等它回话，共 2 块');
  });

  it('is said to be on a glass only once the glass says so, and to be off only then too', async () => {
    expect(alarms.offsetHeight, 'nothing while there is none').to.equal(0);
    raise();
    store.nowMs = raisedMs + 60_000;
    await settled(alarms);
    expect(words()).to.contain('2 块屏没有确认，共 2 块').and.contain('请马上派人过去');
    shows('dining-hall', 'notice:smoke@1', store.nowMs);
    await settled(alarms);
    expect(words()).to.contain('1 块屏没有确认').and.contain('餐厅电视 11:02:00 起正在显示');
    shows('lobby-kiosk', 'notice:smoke@1', store.nowMs);
    await settled(alarms);
    expect(words()).to.contain('2 块屏上，每一块都确认了').and.not.contain('请马上派人');
    await expectAccessible(alarms);

    button(alarms, '解除').click();
    await settled(alarms);
    expect(await store.query((view) => view.list('centre', 'notice')), 'not by one press').to.have.length(1);
    const ask = deepAll(alarms, '#ask')[0];
    const behind = alarms.shadowRoot?.querySelector('section');
    if (ask === undefined || !behind) return expect.fail('nothing is asked');
    const [ink, ground] = [getComputedStyle(ask).color, getComputedStyle(behind).backgroundColor];
    expect(contrast(colourOf(ink), colourOf(ground)), 'what is asked can be read').to.be.at.least(7);
    button(alarms, '已经没事，解除').click();
    await settled(alarms);
    expect(await store.query((view) => view.list('centre', 'notice'))).to.have.length(0);
    expect(words()).to.contain('还有 2 块屏没确认撤下');
    store.nowMs += 5000;
    shows('dining-hall', 'menu:2026-11-22.lunch.main@1', store.nowMs);
    await settled(alarms);
    expect(words()).to.contain('还有 1 块屏没确认撤下').and.contain('餐厅电视 撤下了');
    store.setStatus({ link: 'away' });
    await settled(alarms);
    expect(words()).to.contain('不知道各块屏撤下没有').and.contain('餐厅电视 撤下了').and.contain('去看一眼');
    store.setStatus({ link: 'live' });
    shows('lobby-kiosk', null, store.nowMs);
    await settled(alarms);
    expect(words()).to.contain('2 块屏都撤下了');
    store.setStatus({ link: 'away' });
    await settled(alarms);
    expect(words(), 'what each has said stays said without the hub').to.contain('2 块屏都撤下了');
    expect(words()).not.to.contain('不知道').and.not.to.contain('去看一眼');
    store.setStatus({ link: 'live' });
    await setLocale('en');
    await settled(alarms);
    await expectAccessible(alarms);
  });

  it('is not said to be anywhere by a console that is cut off, nor of a television that is not let in', async () => {
    raise();
    shows('dining-hall', 'notice:smoke@1', raisedMs + 1000);
    const [device] = await store.query((view) => view.list('staff', 'device'));
    if (device === undefined) throw new Error('no device');
    store.put('staff', 'device', device.id, { ...device, pairedAtMs: null });
    await settled(alarms);
    expect(words()).to.contain('没有配对，收不到');
    store.setStatus({ link: 'away' });
    await settled(alarms);
    expect(words()).to.contain('不知道哪块屏上有').and.not.contain('正在显示');
  });
});
