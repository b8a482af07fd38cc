import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlStaffCheckins } from '../../src/features/check-in/console/staff-checkins.ts';
import { LlStaffMemberHistory } from '../../src/features/check-in/console/staff-member-history.ts';
import { LlStaffTimetable } from '../../src/features/classes/console/staff-timetable.ts';
import { LlStaffDevice } from '../../src/features/devices/console/staff-device.ts';
import { LlStaffDevices } from '../../src/features/devices/console/staff-devices.ts';
import { LlStaffRuns } from '../../src/features/exercise/console/staff-runs.ts';
import { LlStaffGlasses } from '../../src/features/glass/console/staff-glasses.ts';
import { LlStaffDeviceMedia } from '../../src/features/media/console/staff-device-media.ts';
import { LlStaffHelpCalls } from '../../src/features/help/console/staff-help-calls.ts';
import { LlStaffMedia } from '../../src/features/media/console/staff-media.ts';
import { LlStaffPlaylists } from '../../src/features/media/console/staff-playlists.ts';
import { LlStaffMealCard } from '../../src/features/menus/console/staff-meal-card.ts';
import { LlStaffMenus } from '../../src/features/menus/console/staff-menus.ts';
import { LlStaffAlarms } from '../../src/features/notices/console/staff-alarms.ts';
import { LlStaffNotices } from '../../src/features/notices/console/staff-notices.ts';
import { LlStaffRecords } from '../../src/features/records/console/staff-records.ts';
import { LlStaffRefusals } from '../../src/features/records/console/staff-refusals.ts';
import { LlStaffRequests } from '../../src/features/requests/console/staff-requests.ts';
import { LlStaffPush } from '../../src/features/schedules/console/staff-push.ts';
import { LlStaffSchedules } from '../../src/features/schedules/console/staff-schedules.ts';
import '../../src/i18n/staff-texts.ts';
import { id } from '../../src/kernel/ids.ts';
import { expectAccessible } from '../support/axe.ts';
import { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { deepAll, mount, settled, type, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

/** What a card says where it knows that there is none of something. */
const CLAIMS =
  /还没有设备|已经不在这里|还没有大屏|还没有配对好的大屏|都按日程|还没有菜单|没有要签到的活动|这天没有活动|现在没有通知|还没有照片|还没有轮播|还没有屏幕|都做成了|没有找到这位老人/;
const FETCHING = '正在从主机取内容';
const UNSEEN = '这里的内容还没取来，看不到';

/** The cards of the console, as somebody opens them. */
const cards: Readonly<Record<string, () => LitElement>> = {
  devices: () => new LlStaffDevices(),
  'one device': () => Object.assign(new LlStaffDevice(), { deviceId: 'dining-hall' }),
  screens: () => new LlStaffGlasses(),
  schedules: () => new LlStaffSchedules(),
  'what was pushed': () => new LlStaffPush(),
  menus: () => new LlStaffMenus(),
  "today's meal": () => new LlStaffMealCard(),
  timetable: () => new LlStaffTimetable(),
  'check-ins': () => new LlStaffCheckins(),
  exercise: () => new LlStaffRuns(),
  requests: () => new LlStaffRequests(),
  notices: () => new LlStaffNotices(),
  'photos and videos': () => new LlStaffMedia(),
  playlists: () => new LlStaffPlaylists(),
  'what devices hold': () => new LlStaffDeviceMedia(),
  'what was not done': () => new LlStaffRefusals(),
  emergencies: () => new LlStaffAlarms(),
  'who calls for help now': () => new LlStaffHelpCalls(),
  'calls for help': () => Object.assign(new LlStaffRecords(), { kind: 'help' }),
};

describe('A console on which nothing has come yet, as on a new phone', () => {
  afterEach(unmountAll);

  const words = (card: Element): string =>
    [card, ...deepAll(card, '*')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join('\n');
  const empty = (): FakeStore => {
    const store = new FakeStore({ actor: staff('manager'), nowMs: at(11, 2) });
    store.lose();
    return store;
  };

  for (const [name, open] of Object.entries(cards)) {
    it(`does not say of ${name} that there are none: it fetches them, or cannot see them`, async () => {
      const store = empty();
      const card = await mount(open(), { store });
      expect(words(card)).to.contain(FETCHING);
      expect(words(card)).not.to.match(CLAIMS);
      store.setStatus({ link: 'away' });
      await settled(card);
      expect(words(card)).to.contain(UNSEEN);
      expect(words(card)).not.to.match(CLAIMS);
      store.setStatus({ link: 'signed-out' });
      await settled(card);
      expect(words(card)).to.contain('重新登录后会自己出来');
      await expectAccessible(card);
      store.setStatus({ link: 'live' });
      store.loaded();
      await settled(card);
      expect(words(card)).not.to.contain(FETCHING);
    });
  }

  it('shows at once who calls for help and an emergency, though the rest has not come', async () => {
    const store = empty();
    const calls = await mount(new LlStaffHelpCalls(), { store });
    const alarms = await mount(new LlStaffAlarms(), { store });
    store.put('staff', 'helpCall', 'a', {
      id: id<'Mid'>('a'),
      deviceId: id<'DeviceId'>('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: at(11, 1),
      ageUnknown: false,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    store.put('centre', 'notice', 'smoke', {
      id: id<'NoticeId'>('smoke'),
      level: 'emergency',
      title: '请马上离开餐厅',
      body: null,
      fromMs: at(11, 1),
      untilMs: null,
      by: '王经理',
    });
    await settled(calls);
    await settled(alarms);
    expect(words(calls)).to.contain('一楼大厅').and.contain(FETCHING);
    expect(words(alarms)).to.contain('请马上离开餐厅').and.contain(FETCHING);
  });

  it('says of no name that nobody has it while the roster has not come', async () => {
    const store = empty();
    const card = await mount(new LlStaffMemberHistory(), { store });
    const field = card.renderRoot.querySelector('input');
    if (field === null) throw new Error('there is no field');
    type(field, '王桂兰');
    await settled(card);
    expect(words(card)).to.contain(FETCHING);
    expect(words(card)).not.to.match(CLAIMS);
    store.loaded();
    await settled(card);
    expect(words(card)).not.to.contain(FETCHING);
  });
});
