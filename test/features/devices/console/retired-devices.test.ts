import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlStaffDeviceTroubles } from '../../../../src/features/devices/console/staff-device-troubles.ts';
import { LlStaffDevice } from '../../../../src/features/devices/console/staff-device.ts';
import { LlStaffDevices } from '../../../../src/features/devices/console/staff-devices.ts';
import { LlStaffRuns } from '../../../../src/features/exercise/console/staff-runs.ts';
import { LlStaffGlasses } from '../../../../src/features/glass/console/staff-glasses.ts';
import { LlStaffDeviceMedia } from '../../../../src/features/media/console/staff-device-media.ts';
import { menuUp } from '../../../../src/features/menus/console/menu-up.ts';
import { readMenu } from '../../../../src/features/menus/console/read-menu.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { LlStaffAlarms } from '../../../../src/features/notices/console/staff-alarms.ts';
import { LlStaffNotices } from '../../../../src/features/notices/console/staff-notices.ts';
import { LlStaffPush } from '../../../../src/features/schedules/console/staff-push.ts';
import { LlStaffSchedules } from '../../../../src/features/schedules/console/staff-schedules.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { screenConfig } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const hall = id<'DeviceId'>('dining-hall');
const retiredAtMs = at(9, 0);
let store: FakeStore;

async function change(changed: Partial<RowOf<'device'>>): Promise<void> {
  const device = await store.query((view) => view.get('staff', 'device', hall));
  if (device === undefined) throw new Error('there is no such device');
  store.put('staff', 'device', hall, { ...device, ...changed });
}

const wordsOf = (page: LitElement): string =>
  [page, ...deepAll(page, '*')]
    .map((one) => one.shadowRoot?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

describe('A device that was put away is nobody’s trouble', () => {
  beforeEach(async () => {
    store = staffStore(staff('manager'), at(11, 2));
    await change({ pairedAtMs: null, retiredAtMs });
  });
  afterEach(unmountAll);

  it('on 今天: the others are all well', async () => {
    const card = await mount(new LlStaffDeviceTroubles(), { store });
    expect(wordsOf(card)).to.contain('1 台都好').and.not.to.contain('餐厅电视');
    await change({ retiredAtMs: null });
    await settled(card);
    expect(wordsOf(card), 'one that was never paired is waited for').to.contain('餐厅电视');
  });

  it('unless it says that work of people lies in it: nobody else would look for that', async () => {
    await change({ askedBack: { atMs: at(11, 2) + 1, waiting: 3 } });
    const card = await mount(new LlStaffDeviceTroubles(), { store });
    expect(wordsOf(card)).to.contain('餐厅电视').and.contain('有 3 条记录还没送出');
    await change({ askedBack: { atMs: at(11, 2) + 1, waiting: 0 } });
    await settled(card);
    expect(wordsOf(card), 'it only shines').to.contain('1 台都好');
  });

  it('and says so of itself, with nothing else that it said while it hung', async () => {
    const health = await store.query((view) => view.get('staff', 'deviceHealth', hall));
    if (health === undefined) throw new Error('it was never heard of');
    store.put('staff', 'deviceHealth', hall, { ...health, timeQuality: 'unknown', inMemory: true });
    const list = new LlStaffDevices();
    list.mayChange = true;
    await mount(list, { store });
    expect(wordsOf(list)).to.contain('收起来了').and.not.contain('没配对').and.not.contain('存不下东西');
    expect(button(list, '配对：餐厅电视').checkVisibility()).to.equal(true);
    expect(() => button(list, '停用：餐厅电视')).to.throw();
    expect(() => button(list, '收起来：餐厅电视')).to.throw();
  });

  it('and one that was never paired, and never will be, can be put away too', async () => {
    await change({ retiredAtMs: null });
    const page = new LlStaffDevice();
    page.deviceId = hall;
    page.mayChange = true;
    await mount(page, { store });
    expect(button(page, '收起来：餐厅电视').checkVisibility()).to.equal(true);
  });

  it('is on no list of what hangs, is asked nothing and offered to nobody', async () => {
    store.put('staff', 'deviceMedia', hall, {
      id: hall,
      wantedFiles: 1,
      readyFiles: 1,
      wantedBytes: 1,
      readyBytes: 1,
      heldBytes: 1,
      budgetBytes: 10,
      faults: [],
      heardMs: at(8, 30),
    });
    for (const page of [
      new LlStaffGlasses(),
      new LlStaffSchedules(),
      new LlStaffPush(),
      new LlStaffRuns(),
      new LlStaffDeviceMedia(),
    ]) {
      await mount(page, { store });
      expect(wordsOf(page), page.localName).not.to.contain('餐厅电视').and.not.to.contain('没有配对，');
      unmountAll();
    }
    const alone = new LlStaffGlasses();
    alone.only = hall;
    await mount(alone, { store });
    expect(wordsOf(alone), 'on its own page its last word stands').to.contain('没配对');
  });

  it('keeps no emergency from being on every glass, and sends nobody to it', async () => {
    store.put('centre', 'notice', 'smoke', {
      id: id<'NoticeId'>('smoke'),
      level: 'emergency',
      title: '请马上离开餐厅',
      body: null,
      fromMs: at(11, 2),
      untilMs: null,
      by: '王经理',
    });
    store.put('staff', 'glass', 'lobby-kiosk', {
      id: id<'DeviceId'>('lobby-kiosk'),
      showing: 'notice:smoke@1',
      sinceMs: at(11, 2),
      confirmedMs: at(11, 2),
    });
    const alarms = await mount(new LlStaffAlarms(), { store });
    expect(wordsOf(alarms)).to.contain('1 块屏上，每一块都确认了').and.not.contain('餐厅电视');
    const notices = await mount(new LlStaffNotices(), { store });
    button(notices, '紧急通知').click();
    await settled(notices);
    const title = deepAll(notices, '#title')[0];
    if (!(title instanceof HTMLInputElement)) return expect.fail('there is no field');
    title.value = '请马上离开餐厅';
    title.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    button(notices, '下一步').click();
    await settled(notices);
    expect(deepAll(notices, '.deaf')).to.have.length(0);
  });

  it('is no measure of how long a dish may be called, nor of when the menu goes up', async () => {
    const config = screenConfig({ id: hall, distanceMm: 12_000 });
    store.put('staff', 'deviceConfig', hall, config);
    const lunch = menuId(today, 'lunch', id('main'));
    const read = async () => ({
      letters: (await store.query((view) => readMenu(view, { menuId: lunch }))).letters,
      up: await store.query((view) => menuUp(view, lunch)),
    });
    const away = await read();
    await change({ pairedAtMs: at(8, 0), retiredAtMs: null });
    const back = await read();
    expect(away.up).to.equal(null);
    expect(back.up).not.to.equal(null);
    expect(away.letters).to.be.greaterThan(back.letters);
  });
});
