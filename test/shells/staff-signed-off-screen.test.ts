import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlStaffDevice } from '../../src/features/devices/console/staff-device.ts';
import { LlStaffRuns } from '../../src/features/exercise/console/staff-runs.ts';
import { LlStaffGlasses } from '../../src/features/glass/console/staff-glasses.ts';
import { LlStaffDeviceMedia } from '../../src/features/media/console/staff-device-media.ts';
import { LlStaffAlarms } from '../../src/features/notices/console/staff-alarms.ts';
import { LlStaffPush } from '../../src/features/schedules/console/staff-push.ts';
import { LlStaffSchedules } from '../../src/features/schedules/console/staff-schedules.ts';
import { whyText } from '../../src/features/schedules/model/why.ts';
import '../../src/i18n/staff-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import { expectAccessible } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { programme, staff, staffStore } from '../support/staff-centre.ts';

const hall = id<'DeviceId'>('dining-hall');
const times = { sinceMs: at(11, 0), confirmedMs: at(11, 2) };

function shows(store: FakeStore, showing: string, why?: string): void {
  store.put('staff', 'glass', hall, { id: hall, showing, ...times, ...(why === undefined ? {} : { why }) });
}

function pushed(store: FakeStore): void {
  const push = { by: '李师傅', untilMs: at(12, 0), version: 1 };
  store.put('centre', 'push', hall, { ...push, id: hall, fromMs: at(11, 0), item: { show: 'clock' } });
  shows(store, 'clock:now@1', whyText({ because: 'pushed', ...push }));
}

function exercised(store: FakeStore): void {
  const state = 'playing' as const;
  const run = { id: hall, version: 2, state, positionMs: 20_000, rate: 1 };
  store
    .put('centre', 'run', hall, {
      ...run,
      programmeId: programme.id,
      sessionId: null,
      asOfMs: at(11, 2),
      startedBy: '张老师',
      startBeforeMs: at(11, 4),
    })
    .put('staff', 'runReport', hall, {
      ...run,
      picture: 'coach',
      silent: false,
      following: true,
      driftMs: 0,
      leaps: 0,
      mirrored: true,
      seated: false,
      voice: false,
      volume: 100,
      can: [],
      atMs: at(11, 2),
    });
  shows(store, 'run:dining-hall@2');
}

function holds(store: FakeStore): void {
  const files = { wantedFiles: 3, readyFiles: 3, wantedBytes: 9_000_000, readyBytes: 9_000_000 };
  store.put('staff', 'deviceMedia', hall, {
    id: hall,
    heardMs: at(11, 2),
    ...files,
    budgetBytes: 1_000_000_000,
    heldBytes: 9_000_000,
    faults: [],
  });
}

function alarmed(store: FakeStore): void {
  store.put('centre', 'notice', 'smoke', {
    id: id<'NoticeId'>('smoke'),
    level: 'emergency',
    title: '请马上离开餐厅',
    body: null,
    fromMs: at(11, 0),
    untilMs: null,
    by: '王经理',
  });
  shows(store, 'notice:smoke@1');
}

function calledOff(store: FakeStore): void {
  const raisedMs = at(11, 0);
  store.put('staff', 'allClear', 'smoke', {
    id: id<'NoticeId'>('smoke'),
    title: '请马上离开餐厅',
    raisedMs,
    liftedMs: at(11, 1),
    by: '王经理',
  });
  shows(store, 'notice:smoke@1');
}

interface Page {
  readonly open: () => LitElement;
  readonly stands?: (store: FakeStore) => void;
  /** What it says while the glass is let in and says so itself. */
  readonly live: RegExp;
  /** What it says once the glass is signed off. */
  readonly off: RegExp;
  /** What it says of another set that hangs there since, before that has said a word. */
  readonly replaced: RegExp;
}

/** All that staff read of a glass, page by page. */
const pages: Readonly<Record<string, Page>> = {
  'what is on the screens': {
    open: () => new LlStaffGlasses(),
    live: /正在显示/,
    off: /没配对.*没有配对，收不到新内容（上次 上午11:02，午饭菜单）/,
    replaced: /没连过.*还没有听到过这块屏幕/,
  },
  'its own page': {
    open: () => Object.assign(new LlStaffDevice(), { deviceId: 'dining-hall' }),
    live: /餐厅电视 好/,
    off: /没配对/,
    replaced: /还没有回音/,
  },
  'what is pushed': {
    open: () => new LlStaffPush(),
    stands: pushed,
    live: /屏幕已经在放/,
    off: /这块屏幕没有配对，放不上去/,
    replaced: /屏幕还没确认/,
  },
  'the exercise': {
    open: () => new LlStaffRuns(),
    stands: exercised,
    live: /正在放.*屏幕正在放/,
    off: /没配对.*还没有配对，什么也放不出来/,
    replaced: /已发出/,
  },
  'what it holds': {
    open: () => new LlStaffDeviceMedia(),
    stands: holds,
    live: /都备好了/,
    off: /餐厅电视[^]*没有配对，收不到/,
    replaced: /餐厅电视[^]*还没有说过/,
  },
  'an emergency': {
    open: () => new LlStaffAlarms(),
    stands: alarmed,
    live: /餐厅电视 11:00:00 起正在显示/,
    off: /餐厅电视 没有配对，收不到/,
    replaced: /餐厅电视 配对以后还没有连上过，收不到/,
  },
  'an emergency called off': {
    open: () => new LlStaffAlarms(),
    stands: calledOff,
    live: /餐厅电视 还在显示/,
    off: /餐厅电视 不知道撤下没有/,
    replaced: /餐厅电视 不知道撤下没有/,
  },
  'the schedules': {
    open: () => new LlStaffSchedules(),
    live: /餐厅电视 现在该放：菜单/,
    off: /餐厅电视[^餐]*没有配对，放不上去/,
    replaced: /餐厅电视 现在该放：菜单/,
  },
};

/** What nobody may read of a set that is not let in, whatever the one said last that was. */
const LIVE = /正在显示|正在放|已经在放|还在显示|都备好了/;

describe('A television that was signed off or replaced, on each page of staff', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const words = (page: Element): string =>
    [...deepAll(page, 'h2, h3, p, .chip, li')]
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .join(' ');
  const device = async (store: FakeStore) => {
    const row = await store.query((view) => view.get('staff', 'device', hall));
    return row ?? expect.fail('there is no television');
  };

  for (const [name, { open, stands, live, off, replaced }] of Object.entries(pages)) {
    it(`is not said to show what it showed: ${name}`, async () => {
      const store = staffStore(staff('manager'), at(11, 2));
      stands?.(store);
      const page = await mount(open(), { store });
      await settled(page);
      expect(words(page), 'let in').to.match(live);
      const row = await device(store);
      store.put('staff', 'device', hall, { ...row, pairedAtMs: null });
      await settled(page);
      expect(words(page), 'signed off').to.match(off).and.not.match(LIVE);
      await expectAccessible(page);
      store.put('staff', 'device', hall, { ...row, pairedAtMs: at(11, 2) + 500 });
      await settled(page);
      expect(words(page), 'another set').to.match(replaced).and.not.match(LIVE);
      await setLocale('en');
      await settled(page);
      expect(words(page), 'in English').not.to.match(/\bstaff\.\w/);
    });
  }
});
