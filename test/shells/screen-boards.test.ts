import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { storeContext } from '../../src/app/contexts.ts';
import { id } from '../../src/kernel/ids.ts';
import { menuId, type Menu } from '../../src/features/menus/model/menu.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { Query } from '../../src/protocol/client/api.ts';
import { LlScreen } from '../../src/shells/screen/screen.ts';
import '../../src/features/notices/board/notice-frame.ts';
import { FakeStore } from '../support/fake-store.ts';
import { settled } from '../support/mount.ts';
import { until } from '../support/until.ts';
import { PassingTime } from '../support/passing-time.ts';
import { roomForScreen } from '../support/room-for-screen.ts';
import { centreRow, menuItem, screenConfig } from '../support/rows.ts';

const today = '2026-11-22';
const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 22, hour - 8, minute);

const device = screenConfig();

const centre = centreRow({ meals: [{ meal: 'lunch', from: '11:00', to: '12:30' }] });

const dish = (name: string, soldOut = false): Menu['items'][number] =>
  menuItem({ dishId: id(name), name, tags: ['soft'], priceFen: 900, drawing: 'meat', soldOut });

const menuOf = (date: string, version: number, items: Menu['items']): Menu => ({
  id: menuId(date, 'lunch', 'main'),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items,
  set: null,
  note: null,
  version,
  publishedAtMs: 0,
  publishedBy: null,
});

/** Resolves once the document says that the screen shows this. */
const showing = (text: string): Promise<void> =>
  new Promise((resolve) => {
    const root = document.documentElement;
    const look = (): void => {
      if (root.dataset['showing'] !== text) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true });
    look();
  });

/** All the words on a screen, its boards' shadow roots included. */
function words(element: Element | ShadowRoot): string {
  const nodes = [...element.childNodes].map((node) => {
    if (node instanceof HTMLStyleElement) return '';
    if (node instanceof HTMLSlotElement)
      return node
        .assignedElements()
        .map((one) => words(one.shadowRoot ?? one))
        .join(' ');
    if (node instanceof Element) return words(node.shadowRoot ?? node);
    return node instanceof Text ? node.data.trim() : '';
  });
  return nodes.filter((text) => text !== '').join(' ');
}

/** A store whose menus cannot be read once it is damaged. */
class UnreadableMenus extends FakeStore {
  damaged = false;
  override watch<T>(
    query: Query<T>,
    next: (value: T, held: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void {
    return super.watch(
      (view) =>
        query({
          list: (scope, kind, range) => view.list(scope, kind, range),
          get: (scope, kind, rowId) =>
            this.damaged && kind === 'menu'
              ? Promise.reject(new Error('a damaged row'))
              : view.get(scope, kind, rowId),
        }),
      next,
      failed,
    );
  }
}

describe('the screen in the dining hall', () => {
  let store: FakeStore;
  let root: HTMLElement;
  let screen: LlScreen;

  const lunchtime = {
    id: device.id,
    dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '13:00', show: 'menu' as const }],
  };

  beforeEach(() => {
    delete document.documentElement.dataset['showing'];
    store = new FakeStore({ nowMs: at(11, 10) });
    store.put('centre', 'centre', 'sample', centre).put('centre', 'schedule', device.id, lunchtime);
    root = roomForScreen(store, device);
    document.body.append(root);
    screen = new LlScreen(store, device);
    localStorage.clear();
  });

  afterEach(() => root.remove());

  const show = (): string => words(screen.shadowRoot ?? screen);

  it('shows the menu of the meal being served, and tells the hub once it is painted', async () => {
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    expect(show()).to.contain('番茄炒蛋');
    const glass = store.reports.filter((report) => report.type === 'glass');
    expect(glass.map((report) => report.showing)).to.deep.equal(['menu:2026-11-22.lunch.main@12']);
  });

  it('does not go on reporting a menu that it cannot read any more', async () => {
    const broken = new UnreadableMenus({ nowMs: at(11, 10) });
    broken.put('centre', 'centre', 'sample', centre).put('centre', 'schedule', device.id, lunchtime);
    broken.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    new ContextProvider(root, { context: storeContext, initialValue: broken });
    root.append(new LlScreen(broken, device));
    await showing('menu:2026-11-22.lunch.main@12');
    broken.damaged = true;
    broken.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 13, [dish('番茄炒蛋')]));
    await showing('unreadable:store@0');
    expect(words(root)).not.to.contain('番茄炒蛋');
  });

  it('says that the menu is not up once it is taken down, and that a meal is not served, with why', async () => {
    const lunch = menuOf(today, 12, [dish('番茄炒蛋')]);
    store.put('centre', 'menu', lunch.id, lunch);
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    store.put('centre', 'menu', lunch.id, { ...lunch, items: [], version: 13, off: 'withdrawn' });
    await showing('no-menu:2026-11-22.lunch.main@0');
    expect(show()).to.contain('今日菜单未更新').and.to.contain('请问工作人员');
    store.put('centre', 'menu', lunch.id, { ...lunch, items: [], version: 14, off: 'closed', why: '停水' });
    await showing('menu:2026-11-22.lunch.main@14');
    expect(show()).to.contain('这一餐不开饭').and.to.contain('停水').and.not.to.contain('未更新');
  });

  it('says how many are left of a dish, and that the set meal is sold out', async () => {
    const lunch = menuOf(today, 12, [{ ...dish('番茄炒蛋'), left: 3 }]);
    const set = { name: '今日套餐', priceFen: 1350, text: '一荤两素', soldOut: true };
    store.put('centre', 'menu', lunch.id, { ...lunch, set });
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    await until(() => show().includes('还剩 3 份'));
    expect(show())
      .to.match(/卖完了[^元]*今日套餐/)
      .and.not.to.contain('13.5');
  });

  it('says that a meal is being served only on a time that the hub has confirmed since the start', async () => {
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    store.timeQuality = 'carried';
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    expect(show()).to.contain('时间还没核对').and.to.contain('11月22日').and.to.contain('番茄炒蛋');
    expect(show()).not.to.contain('正在开饭');
    store.timeQuality = 'confirmed';
    screen.requestUpdate();
    await settled(screen);
    expect(show()).to.contain('正在开饭').and.not.to.contain('时间还没核对');
  });

  it('says in its heading whose day the menu is while the time is not checked, and nothing of tomorrow', async () => {
    const tomorrow = '2026-11-23';
    store.put('centre', 'menu', menuId(tomorrow, 'lunch', 'main'), menuOf(tomorrow, 1, [dish('番茄炒蛋')]));
    store.put('centre', 'schedule', device.id, {
      ...lunchtime,
      dayparts: [{ ...lunchtime.dayparts[0]!, to: '23:00' }],
    });
    store.nowMs = at(20, 51);
    store.timeQuality = 'carried';
    root.append(screen);
    await showing('menu:2026-11-23.lunch.main@1');
    const board = screen.shadowRoot?.querySelector('ll-board-menu')?.shadowRoot;
    const heading = (): string => words(board?.querySelector('h1') ?? screen);
    expect(heading()).to.equal('11月23日 午餐');
    store.timeQuality = 'confirmed';
    screen.requestUpdate();
    await settled(screen);
    expect(heading()).to.equal('明天 午餐');
    expect(show()).to.contain('11月23日');
  });

  it('never stands one meal’s heading over another meal’s dishes, however slow its store is', async () => {
    const meals: RowOf<'centre'>['meals'] = [
      { meal: 'lunch', from: '11:00', to: '12:30' },
      { meal: 'dinner', from: '17:00', to: '18:30' },
    ];
    store.put('centre', 'centre', 'sample', centreRow({ meals }));
    store.put('centre', 'schedule', device.id, {
      ...lunchtime,
      dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '20:00', show: 'menu' }],
    });
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    let answer = (): void => undefined;
    store.slow = new Promise((resolve) => (answer = resolve));
    store.nowMs = at(16, 50);
    screen.requestUpdate();
    await settled(screen);
    expect(show()).to.contain('番茄炒蛋').and.to.contain('午餐').and.not.to.contain('晚餐');
    answer();
    await showing('no-menu:2026-11-22.dinner.main@0');
    expect(show()).to.contain('晚餐').and.not.to.contain('番茄炒蛋');
  });

  it('asks its store nothing while nothing has changed, all day', async () => {
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    const passing = new PassingTime(store);
    try {
      root.append(screen);
      await showing('menu:2026-11-22.lunch.main@12');
      const before = store.asks;
      await passing.seconds(300, screen);
      expect(store.asks).to.equal(before);
    } finally {
      passing.stop();
    }
  });

  it('says since when it has heard nothing new, and on which day, which by a clock nobody has confirmed is never today', async () => {
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    store.setStatus({ link: 'away', lastSyncMs: at(6, 5) });
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    expect(show()).to.contain('今天 上午6:05 之后没有收到新内容');
    store.setStatus({ lastSyncMs: at(6, 5) - 3 * 86_400_000 });
    await settled(screen);
    expect(show()).to.contain('11月19日 上午6:05 之后没有收到新内容');
    store.timeQuality = 'carried';
    store.setStatus({ lastSyncMs: at(6, 5) });
    await settled(screen);
    expect(show()).to.contain('11月22日 上午6:05 之后没有收到新内容');
  });

  it('never passes yesterday’s menu off as today’s', async () => {
    store.put(
      'centre',
      'menu',
      menuId('2026-11-21', 'lunch', 'main'),
      menuOf('2026-11-21', 9, [dish('昨天的鱼')]),
    );
    root.append(screen);
    await showing('no-menu:2026-11-22.lunch.main@0');
    expect(show()).to.contain('今日菜单未更新').and.to.contain('请问工作人员');
    expect(show()).not.to.contain('昨天的鱼');
  });

  it('says that there is no menu where the one on the glass is taken away, and goes on with its day', async () => {
    const key = menuId(today, 'lunch', 'main');
    store.put('centre', 'menu', key, menuOf(today, 12, [dish('番茄炒蛋')]));
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    store.remove('centre', 'menu', key);
    await showing('no-menu:2026-11-22.lunch.main@0');
    expect(show()).to.contain('今日菜单未更新').and.not.to.contain('番茄炒蛋');
    store.put('centre', 'menu', key, menuOf(today, 13, [dish('干锅菜花')]));
    await showing('menu:2026-11-22.lunch.main@13');
  });

  it('says in words that a dish is gone, and reports the new version when it is on the glass', async () => {
    const key = menuId(today, 'lunch', 'main');
    store.put('centre', 'menu', key, menuOf(today, 12, [dish('清蒸鲈鱼')]));
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    store.put('centre', 'menu', key, menuOf(today, 13, [dish('清蒸鲈鱼', true)]));
    await showing('menu:2026-11-22.lunch.main@13');
    expect(show()).to.contain('卖完了');
  });

  it('shows no "today" while its clock cannot be right', async () => {
    store.nowMs = null;
    root.append(screen);
    await showing('no-time:clock@0');
    expect(show()).to.contain('时间还没对好');
  });

  it('puts an emergency over everything else, till it is called off: not where it can be read no more', async () => {
    store.put('centre', 'menu', menuId(today, 'lunch', 'main'), menuOf(today, 12, [dish('番茄炒蛋')]));
    root.append(screen);
    await showing('menu:2026-11-22.lunch.main@12');
    store.put('centre', 'notice', 'n1', {
      id: id<'NoticeId'>('n1'),
      level: 'emergency',
      title: '请从西门离开',
      body: null,
      fromMs: at(11, 0),
      untilMs: null,
      by: '值班',
    });
    await showing('notice:n1@1');
    expect(show()).to.contain('请从西门离开');
    expect(show()).not.to.contain('番茄炒蛋');
    store.setReadable(false);
    await settled(screen);
    expect(show()).to.contain('请从西门离开');
    store.setReadable(true);
    store.remove('centre', 'notice', 'n1');
    await showing('menu:2026-11-22.lunch.main@12');
    expect(show()).not.to.contain('请从西门离开');
  });

  it('does not begin a run it first hears of after its deadline, and goes on with one it had begun', async () => {
    const programme = {
      id: id<'ProgrammeId'>('p'),
      title: '八段锦',
      titleEn: 'Baduanjin',
      durationMs: 600_000,
      mirrored: true,
      video: id<'MediaHash'>('a'.repeat(64)),
      poster: null,
      forms: [
        {
          key: 'one',
          number: 1,
          name: '双手托天理三焦',
          nameEn: 'One',
          cue: '慢慢托',
          cueEn: 'Slowly',
          startMs: 0,
          endMs: 600_000,
          beats: [],
        },
      ],
    };
    const run: RowOf<'run'> = {
      id: device.id,
      programmeId: programme.id,
      sessionId: null,
      state: 'playing',
      positionMs: 0,
      asOfMs: at(11, 5),
      rate: 1,
      version: 4,
      startedBy: '领操',
      startBeforeMs: at(11, 7),
    };
    store.put('city', 'programme', 'p', programme).put('centre', 'run', device.id, run);
    root.append(screen);
    await showing('no-menu:2026-11-22.lunch.main@0');
    expect(show()).not.to.contain('双手托天');
    store.put('centre', 'run', device.id, {
      ...run,
      version: 5,
      asOfMs: at(11, 10),
      startBeforeMs: at(11, 12),
    });
    await showing('run:dining-hall@5');
    expect(show()).to.contain('双手托天理三焦');
    store.put('centre', 'run', device.id, { ...run, version: 6, state: 'paused', startBeforeMs: at(11, 9) });
    await showing('run:dining-hall@6');
    expect(show()).to.contain('歇一歇');
  });
});
