import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { deviceContext, storeContext } from '../../src/app/contexts.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { LlScreen } from '../../src/shells/screen/screen.ts';
import { FakeStore } from '../support/fake-store.ts';
import { settled } from '../support/mount.ts';
import { PassingTime } from '../support/passing-time.ts';
import { centreRow } from '../support/rows.ts';

type Daypart = RowOf<'schedule'>['dayparts'][number];

const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 22, hour - 8, minute);
const device: RowOf<'deviceConfig'> = {
  id: id('corridor'),
  kind: 'screen',
  name: '走廊电视',
  place: '一楼走廊',
  panel: { diagonalInches: 55, widthPx: 1920, heightPx: 1080 },
  distanceMm: 3000,
  canteenId: null,
  room: null,
  oneDecoder: false,
  mediaBudgetMB: 64,
  locale: 'zh-CN',
};
const part = (show: Daypart['show'], from: string, to: string, over: Partial<Daypart> = {}): Daypart => ({
  show,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from,
  to,
  ...over,
});
const policy = (policyId: string, title: string): RowOf<'policy'> => ({
  id: id(policyId),
  category: 'meals',
  title,
  titleEn: null,
  summary: '每天中午有补贴。',
  body: ['每天中午有补贴。'],
  who: [],
  papers: [],
  where: null,
  hours: null,
  phone: null,
  source: '某发〔2026〕1号',
  author: null,
  reviewedOn: '2026-11-01',
  expiresOn: null,
  audio: null,
});

/** Resolves once the document says that the screen shows this. */
const showing = (what: RegExp): Promise<void> =>
  new Promise((resolve) => {
    const root = document.documentElement;
    const look = (): void => {
      if (!what.test(root.dataset['showing'] ?? '')) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true });
    look();
  });

describe('a screen by its schedule', () => {
  let store: FakeStore;
  let root: HTMLElement;
  let screen: LlScreen;

  const plan = (dayparts: readonly Daypart[], over: Partial<RowOf<'schedule'>> = {}): void => {
    store.put('centre', 'schedule', device.id, { id: device.id, dayparts: [...dayparts], ...over });
  };
  const turnTo = async (hour: number, minute: number): Promise<void> => {
    store.nowMs = at(hour, minute);
    screen.requestUpdate();
    await settled(screen);
  };
  /** The reasons the hub was given, without repetitions. */
  const told = (): readonly string[] =>
    store.reports
      .flatMap((one) => (one.type === 'glass' ? [[one.why, one.missed].filter(Boolean).join(' | ')] : []))
      .filter((why, i, all) => why !== all[i - 1]);
  /** The boards that can be seen now. */
  const seen = (): readonly string[] =>
    [...(screen.shadowRoot?.querySelectorAll('.layer') ?? [])]
      .filter((layer) => getComputedStyle(layer).visibility === 'visible')
      .flatMap((layer) => [...layer.children].map((board) => board.localName));

  beforeEach(() => {
    delete document.documentElement.dataset['showing'];
    localStorage.clear();
    store = new FakeStore({ nowMs: at(9, 0) });
    store.put('centre', 'centre', 'sample', centreRow());
    root = document.createElement('div');
    document.body.append(root);
    new ContextProvider(root, { context: storeContext, initialValue: store });
    new ContextProvider(root, { context: deviceContext, initialValue: device });
    screen = new LlScreen(store, device);
  });

  afterEach(() => root.remove());

  it('changes with the part of the day, and tells why each board is there', async () => {
    plan([
      part('welcome', '08:00', '10:00'),
      part('clock', '10:00', '12:00'),
      part('dark', '12:00', '06:00'),
    ]);
    root.append(screen);
    await showing(/^welcome:/);
    await turnTo(10, 0);
    await showing(/^clock:/);
    await turnTo(12, 0);
    await showing(/^dark:/);
    expect(told()).to.deep.equal(['daypart 08:00 10:00', 'daypart 10:00 12:00', 'daypart 12:00 06:00']);
  });

  it('goes by the schedule of a group from when staff put it into one, without being switched off', async () => {
    const dayparts = [part('clock', '08:00', '10:00')];
    store.put('centre', 'schedule', 'group:halls', { id: id<'DeviceId'>('group:halls'), dayparts });
    root.append(screen);
    await showing(/^timetable:/);
    store.put('device', 'deviceConfig', device.id, { ...device, group: 'halls' });
    await showing(/^clock:/);
  });

  it('keeps a board on the glass until the next one is painted: between two it is never black', async () => {
    plan([part('welcome', '08:00', '10:00'), part('clock', '10:00', '12:00')]);
    store.put('city', 'calendarDay', '2026-11-22', {
      id: '2026-11-22',
      lunar: '十月十四',
      term: '小雪',
      festival: null,
      rest: false,
    });
    root.append(screen);
    await showing(/^welcome:/);
    let answer = (): void => undefined;
    store.slow = new Promise((resolve) => (answer = resolve));
    await import('../../src/features/calendar/board/board-clock.ts');
    await turnTo(10, 0);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(seen()).to.deep.equal(['ll-board-welcome']);
    answer();
    await showing(/^clock:/);
    expect(seen()).to.deep.equal(['ll-board-clock']);
  });

  it('shows what is pushed till its end, then its schedule again, and says so though the same board stands on', async () => {
    plan([part('clock', '08:00', '18:00')]);
    root.append(screen);
    await showing(/^clock:/);
    const untilMs = at(9, 30);
    const push = { id: device.id, fromMs: at(9, 0), untilMs, by: '李师傅', version: 1 };
    store.put('centre', 'push', device.id, { ...push, item: { show: 'welcome', text: '欢迎检查团' } });
    await showing(/^welcome:/);
    store.put('centre', 'push', device.id, { ...push, version: 2, item: { show: 'clock' } });
    await showing(/^clock:/);
    await turnTo(9, 30);
    const pushed = [1, 2].map((version) => `pushed ${untilMs}#${version} 李师傅`);
    expect(told()).to.deep.equal(['daypart 08:00 18:00', ...pushed, 'daypart 08:00 18:00']);
  });

  it('shows what comes next where a policy is gone, and tells staff which', async () => {
    plan([part('policy', '08:00', '18:00', { policyId: id('old-one') })], { default: { show: 'policy' } });
    store.put('city', 'policy', 'meals', policy('meals', '午餐补贴'));
    root.append(screen);
    await showing(/^policy:meals@20261101$/);
    expect(told()).to.deep.equal(['default | nothing policy old-one']);
  });

  it('is dark in its quiet hours, also when it has heard nothing new for long', async () => {
    plan([part('dark', '08:00', '18:00')]);
    store.setStatus({ link: 'away', lastSyncMs: at(5, 0) });
    const saysAway = (): boolean => screen.shadowRoot?.querySelector('.away') != null;
    root.append(screen);
    await showing(/^dark:/);
    await settled(screen);
    expect(saysAway()).to.equal(false);
    plan([part('welcome', '08:00', '18:00')]);
    await showing(/^welcome:/);
    await settled(screen);
    expect(saysAway()).to.equal(true);
  });

  it('asks its store nothing while a board stands still', async () => {
    store.put('city', 'policy', 'meals', policy('meals', '午餐补贴'));
    for (const show of ['clock', 'welcome', 'policy', 'dark'] as const) {
      delete document.documentElement.dataset['showing'];
      plan([part(show, '08:00', '18:00')]);
      screen = new LlScreen(store, device);
      root.replaceChildren(screen);
      await showing(new RegExp(`^${show}:`));
      const passing = new PassingTime(store);
      try {
        const before = store.asks;
        await passing.seconds(90, screen);
        expect(store.asks, show).to.equal(before);
      } finally {
        passing.stop();
      }
    }
  });
});
