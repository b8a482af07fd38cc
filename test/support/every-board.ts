import { render, LitElement } from 'lit';
import type { Programme, Run } from '../../src/features/exercise/model/run.ts';
import type { Notice } from '../../src/features/notices/model/notice.ts';
import type { Showing } from '../../src/features/schedules/model/showing.ts';
import { id } from '../../src/kernel/ids.ts';
import '../../src/i18n/screen-texts.ts';
import { boardOf } from '../../src/shells/screen/items.ts';
import type { MediaLibrary } from '../../src/app/contexts.ts';
import type { FakeStore } from './fake-store.ts';
import { at, today } from './kiosk-centre.ts';
import { emptyCentre, longCentre, longNotice } from './long-centre.ts';
import { mediaRow } from './media-rows.ts';
import { sampleStore } from './sample-centre.ts';

/** A state that a television can be in: what it shows, and what is different then from the sample centre late in the morning. */
export interface OnAir {
  readonly name: string;
  readonly showing: Showing;
  readonly timeConfirmed?: boolean;
  /** Another centre than the sample. */
  readonly centre?: () => FakeStore;
  readonly change?: (store: FakeStore) => void;
  /** What the device holds of it. */
  readonly media?: MediaLibrary;
}

/** What the centre holds then. */
export function storeOf({ centre, change }: OnAir): FakeStore {
  const store = centre?.() ?? sampleStore(at(11, 0));
  change?.(store);
  return store;
}

const plain = { why: { because: 'meals' }, missed: [], item: null } as const;

const PHOTO = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"/>')}`;

const alarm: Notice = {
  id: id('smoke'),
  level: 'emergency',
  title: '请大家马上离开餐厅',
  titleEn: 'Please leave the dining hall now',
  body: '请从最近的出口慢慢走到院子里，不要坐电梯。请听工作人员安排。',
  bodyEn: 'Please walk slowly to the yard by the nearest way out. Do not take the lift.',
  fromMs: 0,
  untilMs: null,
  by: '王经理',
};

const water: Notice = {
  id: id('water'),
  level: 'normal',
  title: '周四下午停水',
  titleEn: 'No water on Thursday afternoon',
  body: '下午一点到五点全楼停水，请提前接好水。',
  bodyEn: 'The water is off in the whole house from one to five.',
  fromMs: 0,
  untilMs: null,
  by: '王经理',
  where: { kiosks: true, screens: 'all' },
};

const sessionId = id<'SessionId'>(`baduanjin@${today}`);
const runOf = (programme: Programme, more: Partial<Run>): Run => ({
  id: id('exercise-room'),
  programmeId: programme.id,
  sessionId,
  state: 'paused',
  // The third form, whose name is the longest and which has sides.
  positionMs: 228_000,
  asOfMs: at(10, 45),
  rate: 1,
  version: 3,
  startedBy: '赵老师',
  startBeforeMs: at(10, 47),
  ...more,
});

const sitting = (meal: 'breakfast' | 'lunch', startMinute: number, endMinute: number): Showing => ({
  show: 'menu',
  sitting: { meal, date: today, startMinute, endMinute },
  ...plain,
});

/** Everything a television can show that is words. */
export async function everyBoard(): Promise<readonly OnAir[]> {
  const answer = await fetch('/public/media/baduanjin.json');
  const drawn: Programme = await answer.json();
  const { coach: _, ...filmed } = drawn;
  const lunch = sitting('lunch', 660, 750);
  const weekly: Showing = { show: 'weekly-menu', date: today, ...plain };
  const timetable: Showing = { show: 'timetable', date: today, ...plain };
  const run = (state: 'soon' | 'playing' | 'paused' | 'again', programme: Programme): Showing => ({
    show: 'run',
    programme,
    state,
    run: runOf(programme, {
      state: state === 'paused' ? 'paused' : 'playing',
      ...(state === 'soon' ? { positionMs: 0, asOfMs: at(10, 40) } : {}),
    }),
    ...plain,
  });
  const clockTo =
    (hour: number, minute: number) =>
    (store: FakeStore): void => {
      store.nowMs = at(hour, minute);
    };
  const comes = (store: FakeStore): void => {
    store.nowMs = at(10, 36);
    store.put('centre', 'comePass', sessionId, {
      id: sessionId,
      date: today,
      pass: 'A'.repeat(16),
      untilMs: at(11, 0),
      address: 'http://192.168.100.200:8080',
    });
  };
  return [
    { name: 'menu', showing: lunch, change: clockTo(10, 32) },
    { name: 'menu-unchecked', showing: lunch, timeConfirmed: false },
    {
      name: 'menu-none',
      showing: lunch,
      change: (store) => store.remove('centre', 'menu', `${today}.lunch.main`),
    },
    { name: 'weekly-menu', showing: weekly },
    { name: 'timetable', showing: timetable, change: clockTo(10, 45) },
    { name: 'policy', showing: { show: 'policy', date: today, policyId: undefined, ...plain } },
    {
      name: 'notices',
      showing: { show: 'notices', ...plain },
      change: (store) => store.put('centre', 'notice', water.id, water),
    },
    { name: 'emergency', showing: { show: 'emergency', notice: alarm, ...plain } },
    { name: 'clock', showing: { show: 'clock', ...plain } },
    { name: 'clock-unchecked', showing: { show: 'clock', ...plain }, timeConfirmed: false },
    { name: 'welcome', showing: { show: 'welcome', text: undefined, textEn: undefined, ...plain } },
    { name: 'playlist-none', showing: { show: 'playlist', playlistId: 'gone', ...plain } },
    {
      name: 'playlist',
      showing: { show: 'playlist', playlistId: 'autumn', ...plain },
      change: (store) => {
        const photo = mediaRow({ mime: 'image/png' });
        store.put('centre', 'media', photo.id, photo).put('centre', 'playlist', 'autumn', {
          id: id<'PlaylistId'>('autumn'),
          title: '秋游',
          items: [{ media: photo.id }],
          version: 1,
          by: '王经理',
          changedAtMs: 0,
        });
      },
      media: { url: () => Promise.resolve(PHOTO), onReady: () => () => undefined, failed: () => undefined },
    },
    { name: 'weekly-menu-empty', showing: weekly, centre: emptyCentre },
    { name: 'timetable-empty', showing: timetable, centre: emptyCentre },
    { name: 'notices-empty', showing: { show: 'notices', ...plain }, centre: emptyCentre },
    { name: 'menu-long', showing: lunch, centre: longCentre },
    { name: 'weekly-menu-long', showing: weekly, centre: longCentre },
    { name: 'timetable-long', showing: timetable, centre: longCentre },
    { name: 'notices-long', showing: { show: 'notices', ...plain }, centre: longCentre },
    { name: 'emergency-long', showing: { show: 'emergency', notice: { ...alarm, ...longNotice }, ...plain } },
    {
      name: 'welcome-long',
      showing: { show: 'welcome', text: longNotice.title, textEn: longNotice.titleEn, ...plain },
    },
    { name: 'dark', showing: { show: 'dark', ...plain } },
    { name: 'run-soon', showing: run('soon', drawn), change: clockTo(10, 36) },
    { name: 'run-soon-code', showing: run('soon', drawn), change: comes },
    { name: 'run-playing', showing: run('playing', drawn), change: clockTo(10, 45) },
    { name: 'run-paused', showing: run('paused', drawn), change: clockTo(10, 45) },
    { name: 'run-playing-no-picture', showing: run('playing', filmed), change: clockTo(10, 45) },
    { name: 'run-paused-no-picture', showing: run('paused', filmed), change: clockTo(10, 45) },
    { name: 'run-again', showing: run('again', drawn), change: clockTo(10, 55) },
  ];
}

/** The element of a showing, as the screen puts it up; its code is here. */
export async function elementOf({ showing, timeConfirmed = true }: OnAir): Promise<LitElement> {
  const board = boardOf(showing, { isPicture: true, screenId: 'dining-hall', timeConfirmed });
  if (board === null) throw new Error(`there is no board for ${showing.show}`);
  await board.load?.();
  const place = document.createElement('div');
  render(board.put(), place);
  const element = place.firstElementChild;
  if (!(element instanceof LitElement)) throw new Error(`${showing.show} is no element`);
  return element;
}
