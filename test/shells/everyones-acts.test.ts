import { expect } from 'chai';
import type { LitElement } from 'lit';
import { createHubClient } from '../../src/app/hub-client.ts';
import { LlStaffAccounts } from '../../src/features/accounts/console/staff-accounts.ts';
import { LlStaffDevice } from '../../src/features/devices/console/staff-device.ts';
import { LlStaffMedia } from '../../src/features/media/console/staff-media.ts';
import { LlStaffPlaylists } from '../../src/features/media/console/staff-playlists.ts';
import { LlStaffDishes } from '../../src/features/menus/console/staff-dishes.ts';
import { LlStaffMealCard } from '../../src/features/menus/console/staff-meal-card.ts';
import { menuId } from '../../src/features/menus/model/menu.ts';
import { LlStaffNotices } from '../../src/features/notices/console/staff-notices.ts';
import { LlStaffPolicyEditor } from '../../src/features/policies/console/staff-policy-editor.ts';
import { mutations } from '../../src/features/registry.ts';
import { LlStaffRequests } from '../../src/features/requests/console/staff-requests.ts';
import { LlStaffSchedules } from '../../src/features/schedules/console/staff-schedules.ts';
import { id } from '../../src/kernel/ids.ts';
import { mayDo, type MutationName } from '../../src/kernel/mutation.ts';
import '../../src/i18n/staff-texts.ts';
import { handsOn, tryAct, type Act, type Hands } from '../support/acts.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, today } from '../support/kiosk-centre.ts';
import { mediaRow } from '../support/media-rows.ts';
import { words } from '../support/mount-kiosk.ts';
import { mount, unmountAll } from '../support/mount.ts';
import { policyRow } from '../support/policy-rows.ts';
import { dishRow } from '../support/rows.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const manager = staff('manager');
const lunch = menuId(today, 'lunch', 'main');
const photo = mediaRow({ id: id('c'.repeat(64)), mime: 'image/png', title: '重阳合影' });
const list = id<'PlaylistId'>('spring');
const wish = id<'Mid'>('wish');

/** Whatever each of the console's people may take away is theirs to try: the manager may do it all. */
const centre = (): FakeStore =>
  staffStore(manager, at(11, 2))
    .put('centre', 'dish', 'pork', dishRow({ id: id('pork'), name: '红烧肉' }))
    .put('centre', 'media', photo.id, photo)
    .put('centre', 'playlist', list, {
      ...{ id: list, title: '春游', items: [{ media: photo.id }], version: 1, by: '王经理', changedAtMs: 0 },
    })
    .put('city', 'policy', 'meals-help', policyRow({ version: 1 }))
    .put('staff', 'account', 'li', {
      ...{ id: id<'AccountId'>('li'), name: '李师傅', role: 'canteen', active: true },
    })
    .put('staff', 'account', 'account-manager', {
      ...{ id: id<'AccountId'>('account-manager'), name: '王经理', role: 'manager', active: true },
    })
    .put('staff', 'account', 'chen', {
      ...{ id: id<'AccountId'>('chen'), name: '陈主任', role: 'manager', active: true },
    })
    .put('centre', 'notice', 'water', {
      ...{ id: id<'NoticeId'>('water'), level: 'normal', title: '周四停水', body: null, by: '王经理' },
      ...{ fromMs: at(9, 0), untilMs: null },
    })
    .put('people', 'request', wish, {
      ...{
        id: wish,
        memberId: id<'MemberId'>('m1'),
        seenName: null,
        policyId: null,
        place: '大厅',
        state: 'taken',
      },
      ...{ raisedAtMs: at(10, 0), answeredBy: '陈顾问', answeredAtMs: at(10, 30) },
      ...{ deviceId: id<'DeviceId'>('lobby-kiosk') },
    });

const row = <T>(of: FakeStore, read: Parameters<typeof of.query<T>>[0]): Promise<T> => of.query(read);
const offered = async (of: FakeStore) => {
  const menu = await row(of, (view) => view.get('centre', 'menu', lunch));
  return [menu?.items, menu?.off];
};
const schedule = async (of: FakeStore) =>
  (await row(of, (view) => view.get('centre', 'schedule', 'dining-hall')))?.dayparts;
const account = (key: string) => async (of: FakeStore) => {
  const one = await row(of, (view) => view.get('staff', 'account', key));
  return [one?.role, one?.active, one?.locked ?? false];
};
const undone = ({ press }: Hands): Promise<void> => press(/^撤销/);
const meal = (): LitElement => Object.assign(new LlStaffMealCard(), { mayChange: true });
const schedules = (): LitElement => Object.assign(new LlStaffSchedules(), { mayChange: true });
const accounts = (): LitElement => new LlStaffAccounts();

/** Whatever on the pages of the canteen, the manager and the advisor takes something away. */
const ACTS: readonly Act[] = [
  {
    what: 'a menu is taken down',
    by: 'menu.withdraw',
    page: meal,
    act: ({ press }) => press(/^撤下、不开饭/),
    asks: { says: /午饭.*撤下：大屏和一体机说/, confirm: /^撤下菜单$/ },
    says: /已经撤下，菜都留着，可以再发布/,
    back: ({ press }) => press(/发布/),
    lost: offered,
  },
  {
    what: 'a meal is said not to be',
    by: 'menu.close',
    page: meal,
    act: ({ press }) => press(/^撤下、不开饭/),
    asks: { says: /午饭.*不开饭：大屏和一体机说/, confirm: /^这一餐不开饭$/ },
    says: /长者看到“这一餐不开饭”/,
    back: ({ press }) => press(/^还是开饭$/),
    lost: offered,
  },
  {
    what: 'all that was sold out is said to be there again',
    by: 'menu.allBack',
    page: meal,
    act: ({ press }) => press(/^全部恢复$/),
    says: /卖完的都恢复了/,
    back: undone,
    lost: offered,
  },
  {
    what: 'a dish is cooked no more',
    by: 'dish.change',
    page: () => new LlStaffDishes(),
    act: async ({ press }) => {
      await press(/^红烧肉/);
      await press(/^不再做$/);
    },
    says: /“红烧肉”不再做了/,
    back: undone,
    lost: async (of) => (await row(of, (view) => view.get('centre', 'dish', 'pork')))?.archived ?? false,
  },
  {
    what: 'a playlist is deleted',
    by: 'playlist.remove',
    page: () => new LlStaffPlaylists(),
    act: ({ press }) => press(/^删掉轮播“春游”$/),
    says: /已删掉轮播“春游”/,
    back: ({ press }) => press(/^放回去$/),
    lost: async (of) => (await row(of, (view) => view.get('centre', 'playlist', list)))?.items,
  },
  {
    what: 'a photo is taken out',
    by: 'media.remove',
    page: () => new LlStaffMedia(),
    first: (of) => of.mutate('playlist.remove', { playlistId: list, baseVersion: 1 }),
    act: ({ press }) => press(/^拿掉“重阳合影”$/),
    says: /已拿掉“重阳合影”/,
    back: ({ press }) => press(/^放回去$/),
    lost: async (of) => {
      const one = await row(of, (view) => view.get('centre', 'media', photo.id));
      return one !== undefined && (one.removedAtMs ?? null) === null;
    },
  },
  {
    what: 'a part of the day is deleted',
    by: 'schedule.save',
    page: schedules,
    act: async ({ press }) => {
      await press(/^改日程：餐厅电视/);
      await press(/^删掉：.*菜单/);
    },
    says: /撤销刚才的改动/,
    back: undone,
    lost: schedule,
  },
  {
    what: 'a schedule is given up',
    by: 'schedule.remove',
    page: schedules,
    act: async ({ press }) => {
      await press(/^改日程：餐厅电视/);
      await press(/^不要日程/);
    },
    says: /撤销刚才的改动/,
    back: undone,
    lost: schedule,
  },
  {
    what: 'a notice is taken down',
    by: 'notice.withdraw',
    page: () => new LlStaffNotices(),
    act: ({ press }) => press(/^撤下/),
    says: /已撤下：周四停水/,
    back: ({ press }) => press(/放回去$/),
    lost: async (of) => (await row(of, (view) => view.list('centre', 'notice'))).map(({ title }) => title),
  },
  {
    what: "a colleague's rights are taken",
    by: 'account.change',
    page: accounts,
    act: async ({ press, choose }) => {
      await press(/^李师傅/);
      await press(/^改姓名、岗位$/);
      await choose('viewer');
      await press(/^存下$/);
    },
    says: /李师傅的岗位现在是/,
    back: ({ press }) => press(/^撤回$/),
    lost: account('li'),
  },
  {
    what: 'the manager gives up what they may themselves',
    by: 'account.change',
    page: accounts,
    act: async ({ press, choose }) => {
      await press(/^王经理/);
      await press(/^改姓名、岗位$/);
      await choose('viewer');
      await press(/^存下$/);
    },
    asks: { says: /把您自己的岗位改成.*要请另一位管理改回来/, confirm: /^改成这个岗位$/ },
    says: /王经理的岗位现在是/,
    lost: account('account-manager'),
  },
  ...(
    [
      [
        'locked',
        /^锁上账号$/,
        /锁上李师傅的账号？/,
        /^锁上李师傅的账号$/,
        /李师傅的账号锁上了/,
        /^解开账号$/,
      ],
      [
        'ended',
        /^已离开/,
        /李师傅不在这里工作了？/,
        /^停用李师傅的账号$/,
        /李师傅已经离开|停用了/,
        /^请回来$/,
      ],
    ] as const
  ).map(([how, button, says, confirm, told, back]): Act => ({
    what: `an account is ${how}`,
    by: 'account.change',
    page: accounts,
    act: async ({ press }) => {
      await press(/^李师傅/);
      await press(button);
    },
    asks: { says, confirm },
    says: told,
    back: ({ press }) => press(back),
    lost: account('li'),
  })),
  {
    what: 'a policy is taken down',
    by: 'policy.withdraw',
    page: () => Object.assign(new LlStaffPolicyEditor(), { policyId: 'meals-help' }),
    act: ({ press }) => press(/^撤下这一条$/),
    says: /撤下了这一条/,
    back: ({ press }) => press(/^放回一体机$/),
    lost: async (of) => (await row(of, (view) => view.get('city', 'policy', 'meals-help')))?.title,
  },
  {
    what: 'a request is closed that somebody is at',
    by: 'request.answer',
    page: () => new LlStaffRequests(),
    act: ({ press }) => press(/王桂兰.*的办好了$/),
    says: /王桂兰：已办好/,
    back: ({ press }) => press(/^撤回：.*王桂兰/),
    lost: async (of) => {
      const one = await row(of, (view) => view.get('people', 'request', wish));
      return [one?.state, one?.answeredBy];
    },
  },
];

/** What else may be done there takes nothing away that is not there again by one more press, or by another version. */
const HARMLESS: readonly MutationName[] = [
  'account.save',
  'device.command',
  'device.configure',
  'dish.save',
  'media.rename',
  'media.restore',
  'menu.draft',
  'menu.dropDraft',
  'menu.import',
  'menu.importUndo',
  'menu.left',
  'menu.publish',
  'menu.publishAt',
  'menu.setSoldOut',
  'menu.soldOut',
  'menuPlan.save',
  'menuPlan.turn',
  'notice.alarm',
  'notice.post',
  'playlist.save',
  'policy.restore',
  'policy.save',
  'request.note',
  'request.unnote',
];
/** What two pairs of eyes do with what one of them has written: it goes back to whoever wrote it. */
const PROPOSALS = /^(notice|policy)\.(approve|sendBack|takeBack|twoPairs)$/;
const HERE = /^(menu|menuPlan|dish|media|playlist|schedule|notice|account|device|policy|request)\./;

describe("What the canteen's, the manager's and the advisor's pages take away", () => {
  beforeEach(() => localStorage.clear());
  afterEach(unmountAll);

  for (const one of ACTS)
    it(`where ${one.what}: it asks or says of what, and one press brings it back`, async () => {
      const of = centre();
      await one.first?.(of);
      const api = createHubClient('console-1', () => Promise.reject(new TypeError('no hub here')));
      const element = await mount(one.page(), { store: of, api });
      await until(() => !words(element).includes('正在打开'));
      await tryAct(one, { of, element, hands: handsOn(element) });
    });

  it('where a device is put away: it asks of which, and the hub is asked only then', async () => {
    const asked: string[] = [];
    const api = createHubClient('console-1', async (path, how) => {
      asked.push(`${how.method ?? 'GET'} ${path.split('?', 1)[0] ?? ''}`);
      return new Response(null, { status: 204, headers: { 'leling-hub': 'h' } });
    });
    const page = Object.assign(new LlStaffDevice(), { deviceId: 'dining-hall', mayChange: true });
    const { press } = handsOn(await mount(page, { store: centre(), api }));
    await press(/^停用：餐厅电视$/);
    expect(words(page)).to.match(/停用餐厅电视？.*要再用，得重新配对/);
    expect(asked).to.be.empty;
    await press(/^停用$/);
    expect(asked).to.deep.equal(['DELETE /api/devices/dining-hall/token']);
  });

  it('where one that is not let in is put away: what still hangs is not taken out of an emergency unasked', async () => {
    const asked: string[] = [];
    const api = createHubClient('console-1', async (path, how) => {
      asked.push(`${how.method ?? 'GET'} ${path}`);
      return new Response(null, { status: 204, headers: { 'leling-hub': 'h' } });
    });
    const store = centre();
    const hall = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (hall === undefined) throw new Error('there is no such device');
    store.put('staff', 'device', hall.id, { ...hall, pairedAtMs: null });
    const page = Object.assign(new LlStaffDevice(), { deviceId: hall.id, mayChange: true });
    const { press } = handsOn(await mount(page, { store, api }));
    await press(/^收起来：餐厅电视$/);
    expect(words(page)).to.match(/把餐厅电视收起来？.*紧急通知也不再等它/);
    expect(asked).to.be.empty;
    await press(/^收起来$/);
    expect(asked).to.deep.equal(['DELETE /api/devices/dining-hall/token?away=yes&device=console-1']);
  });

  it('is known of each thing that may be done there', () => {
    const known = new Set<string>([...ACTS.map(({ by }) => by), ...HARMLESS]);
    const all = Object.values(mutations).filter(({ name, by }) => HERE.test(name) && mayDo(manager, by));
    expect(
      all.map(({ name }) => name).filter((name) => !known.has(name) && !PROPOSALS.test(name)),
    ).to.deep.equal([]);
  });
});
