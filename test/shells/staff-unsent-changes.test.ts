import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlStaffDevice } from '../../src/features/devices/console/staff-device.ts';
import { LlStaffRuns } from '../../src/features/exercise/console/staff-runs.ts';
import { LlStaffAlarms } from '../../src/features/notices/console/staff-alarms.ts';
import { LlStaffNotices } from '../../src/features/notices/console/staff-notices.ts';
import { LlStaffPush } from '../../src/features/schedules/console/staff-push.ts';
import { LlStaffSchedules } from '../../src/features/schedules/console/staff-schedules.ts';
import { setLocale } from '../../src/i18n/index.ts';
import '../../src/i18n/staff-texts.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Made } from '../../src/protocol/client/api.ts';
import { expectAccessible } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { health } from '../support/model-rows.ts';
import { consoleConfig, deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { programme, staff, staffStore } from '../support/staff-centre.ts';

const hall = id<'DeviceId'>('dining-hall');
const noticeId = id<'NoticeId'>('water');
const title = '今天停水';

const push = (store: FakeStore) =>
  store.mutate('screen.push', { screenIds: [hall], item: { show: 'clock' }, untilMs: at(12, 0) });
const post = (store: FakeStore) =>
  store.mutate('notice.post', {
    noticeId,
    level: 'normal',
    title,
    body: null,
    fromMs: at(11, 0),
    untilMs: null,
  });
const alarm = (store: FakeStore) =>
  store.mutate('notice.alarm', { noticeId, title, body: null, untilMs: null });
const withdraw = (store: FakeStore) => store.mutate('notice.withdraw', { noticeId });
const start = (store: FakeStore) =>
  store.mutate('run.start', { screenId: hall, programmeId: programme.id, sessionId: null, formKey: null });

interface Press {
  readonly open: () => LitElement;
  /** What stood before, as the hub knows it. */
  readonly before?: (store: FakeStore) => Promise<Made>;
  readonly does: (store: FakeStore) => Promise<Made>;
  /** What the page says while it is on this device only. */
  readonly says: RegExp;
  /** What it must not say then. */
  readonly not: RegExp;
}

/** What staff do while the hub is away. */
const presses: Readonly<Record<string, Press>> = {
  'puts something on a screen': {
    open: () => new LlStaffPush(),
    does: push,
    says: /餐厅电视：时钟和日历.*还没送到主机，屏幕上还没有/,
    not: /屏幕已经在放|不知道放上去没有/,
  },
  'ends what stands on a screen': {
    open: () => new LlStaffPush(),
    before: push,
    does: (store) => store.mutate('screen.unpush', { screenIds: [hall] }),
    says: /餐厅电视.*“现在结束”还没送到主机，屏幕上可能还在放/,
    not: /都按日程/,
  },
  'writes a notice': {
    open: () => new LlStaffNotices(),
    does: post,
    says: /今天停水.*还没送到主机，屏上还没有/,
    not: /现在没有通知/,
  },
  'takes a notice down': {
    open: () => new LlStaffNotices(),
    before: post,
    does: withdraw,
    says: /1 条通知的“撤下”还没送到主机，屏上可能还显示着/,
    not: /现在没有通知/,
  },
  'raises the alarm': {
    open: () => new LlStaffAlarms(),
    does: alarm,
    says: /紧急通知还没送到主机，屏上恐怕都没有/,
    not: /正在显示|都确认了/,
  },
  'calls the alarm off': {
    open: () => new LlStaffAlarms(),
    before: alarm,
    does: withdraw,
    says: /“解除”还没送到主机，屏上可能还是紧急通知/,
    not: /已经解除/,
  },
  'plans a screen’s day anew': {
    open: () => new LlStaffSchedules(),
    does: (store) =>
      store.mutate('schedule.save', {
        schedule: { id: hall, dayparts: [], default: { show: 'clock' } },
        baseVersion: 0,
      }),
    says: /餐厅电视.*日程的改动还没送到主机，屏幕还照原来的放/,
    not: /^$/,
  },
  'takes a screen’s plan away': {
    open: () => new LlStaffSchedules(),
    does: (store) => store.mutate('schedule.remove', { id: hall, baseVersion: 0 }),
    says: /餐厅电视.*日程的改动还没送到主机，屏幕还照原来的放/,
    not: /^$/,
  },
  'asks something of a television': {
    open: () => Object.assign(new LlStaffDevice(), { deviceId: hall, mayAsk: true }),
    does: (store) => store.mutate('device.command', { deviceId: hall, what: 'identify', mark: 1 }),
    says: /还没送到主机，它还不知道/,
    not: /已经叫它了/,
  },
  'makes a television dark': {
    open: () => Object.assign(new LlStaffDevice(), { deviceId: hall, mayAsk: true }),
    does: (store) =>
      store.mutate('screen.push', { screenIds: [hall], item: { show: 'dark' }, untilMs: at(12, 0) }),
    says: /还没送到主机，它还不知道/,
    not: /已经熄了/,
  },
  'measures a television': {
    open: () => Object.assign(new LlStaffDevice(), { deviceId: hall, mayChange: true }),
    does: (store) => store.mutate('device.configure', { config: { ...screen, distanceMm: 8000 } }),
    says: /改动还没送到主机，那块屏还照原来的大小/,
    not: /^$/,
  },
  'stops an exercise': {
    open: () => Object.assign(new LlStaffRuns(), { mayChange: true }),
    before: start,
    does: (store) => store.mutate('run.stop', { screenId: hall }),
    says: /没送到.*刚才按的还没送到主机，屏幕还照原来的/,
    not: /没有在放/,
  },
  'starts an exercise': {
    open: () => Object.assign(new LlStaffRuns(), { mayChange: true }),
    does: start,
    says: /刚才按的还没送到主机，屏幕还照原来的/,
    not: /屏幕正在放|已发出/,
  },
};

const screen = { ...consoleConfig, id: hall, kind: 'screen' as const, canteenId: id<'CanteenId'>('main') };

describe('What staff do while the hub is away', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const said = (page: Element): string =>
    [...deepAll(page, 'h2, h3, p, .chip, li, [role=status]')]
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .join(' ');

  /** The icons of notes that stand on a line of their own. */
  const aboveTheirWords = (page: Element): readonly Element[] =>
    [...deepAll(page, '.note > svg')].filter((icon) => {
      const words = document.createRange();
      words.selectNodeContents(icon.parentElement ?? icon);
      words.setStartAfter(icon);
      return words.getBoundingClientRect().top >= icon.getBoundingClientRect().bottom;
    });

  for (const [name, { open, before, does, says, not }] of Object.entries(presses)) {
    it(`is said to wait on this device, not to be done: somebody ${name}`, async () => {
      const store = staffStore(staff('manager'), at(11, 2));
      store
        .put('staff', 'deviceConfig', hall, screen)
        .put(
          'staff',
          'deviceHealth',
          hall,
          health(hall, { lastSeenMs: at(11, 2), can: ['identify', 'dark'] }),
        );
      await before?.(store);
      const page = await mount(open(), { store });
      // The narrowest telephone.
      page.style.cssText = 'display: block; width: 320px';
      await settled(page);
      const calm = said(page);
      expect(calm, 'nothing waits yet').not.to.match(says);
      store.setStatus({ link: 'away' });
      expect((await does(store)).ok).to.equal(true);
      store.setStatus({ outbox: 1 });
      await settled(page);
      expect(said(page)).to.match(says).and.not.match(not);
      expect(aboveTheirWords(page), 'beside what it belongs to').to.deep.equal([]);
      await expectAccessible(page);
      store.setStatus({ link: 'live', outbox: 0 });
      await settled(page);
      expect(said(page), 'the hub has it').not.to.match(says);
      store.setStatus({ link: 'away', outbox: 1 });
      await setLocale('en');
      await settled(page);
      expect(said(page), 'in English').not.to.match(/\bstaff\.\w|[一-鿿]{2,}还没/);
    });
  }
});
