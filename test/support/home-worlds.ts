import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { FakeStore } from './fake-store.ts';
import { at, course, dish, menuOf, today } from './kiosk-centre.ts';
import { centreRow } from './rows.ts';

const DAY_MS = 86_400_000;
const TILES = ['menu', 'classes', 'checkin', 'policies', 'services', 'neighbours'] as const;

/** The longest name there may be. */
const long = (name: string): string => name.repeat(40).slice(0, 40).trim();
const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** A centre with so many ways from home, and nothing behind any. */
const withTiles = (count: number): FakeStore =>
  new FakeStore({ nowMs: at(10, 32) })
    .put('centre', 'centre', 'sample', centreRow({ tiles: TILES.slice(0, count) }))
    .put('city', 'calendarDay', today, {
      id: today,
      lunar: '闰十一月廿四',
      term: '小雪',
      festival: null,
      rest: false,
    });

function serves(
  store: FakeStore,
  items: RowOf<'menu'>['items'],
  more: Partial<RowOf<'menu'>> = {},
): FakeStore {
  const lunch = { ...menuOf(today, 'lunch', items), noteEn: 'Rice is free', ...more };
  return store.put('centre', 'menu', lunch.id, lunch);
}

const beef = dish('清炖牛肉萝卜', {
  nameEn: 'Stewed beef with radish',
  tags: ['halal', 'soft'],
  allergens: ['soy'],
  priceFen: 1250,
});
const eggs = dish('番茄炒蛋', {
  nameEn: 'Tomato and egg',
  tags: ['soft'],
  allergens: ['egg'],
  priceFen: 500,
});
const greens = dish('干锅菜花', { nameEn: 'Dry-pot cauliflower', tags: ['vegetarian'], allergens: [] });
const fish = dish('清蒸鲈鱼', { nameEn: 'Steamed bass', allergens: ['fish'], soldOut: true });

/** A day like others. */
const usual = (): FakeStore =>
  serves(withTiles(5), [beef, eggs, greens, fish]).put(
    'centre',
    'course',
    'baduanjin',
    course('baduanjin', '八段锦', '10:40', {
      nameEn: 'Baduanjin',
      room: '二楼活动室',
      roomEn: 'Activity room, 2nd floor',
    }),
  );

const withNotice = (store: FakeStore, over: Partial<RowOf<'notice'>> = {}): FakeStore =>
  store.put('centre', 'notice', 'n', {
    id: id<'NoticeId'>('n'),
    level: 'urgent',
    title: '有人冒充社区工作人员上门收费，请不要开门',
    titleEn: 'Somebody poses as our staff: do not open your door',
    body: null,
    fromMs: at(8, 0),
    untilMs: null,
    by: '王经理',
    ...over,
  });

const withCall = (store: FakeStore, over: Partial<RowOf<'helpCall'>> = {}): FakeStore =>
  store.put('device', 'helpCall', 'c', {
    id: id<'Mid'>('c'),
    deviceId: id<'DeviceId'>('lobby-kiosk'),
    place: '一楼大厅',
    raisedAtMs: at(10, 30),
    ageUnknown: false,
    state: 'waiting',
    answeredBy: null,
    answeredAtMs: null,
    ...over,
  });

/** Twenty-four dishes, forty sessions, and each name as long as it may be. */
function fullest(): FakeStore {
  const store = serves(
    withTiles(6),
    numbered(24).map((i) =>
      dish(`${i + 1}${long('红烧五花肉烩白菜')}`.slice(0, 40), {
        dishId: id(`dish-${i}`),
        nameEn: `${i + 1} ${long('Braised pork belly with cabbage ')}`.slice(0, 40).trim(),
        tags: ['halal', 'soft', 'low-salt', 'low-sugar'],
        allergens: ['egg', 'fish', 'soy', 'gluten'],
        soldOut: i % 5 === 4,
      }),
    ),
    { note: '主食免费续，'.repeat(20), noteEn: 'free refills, '.repeat(8) },
  );
  for (const i of numbered(40)) {
    const start = `${String(7 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`;
    const one = course(`course-${i}`, `${i + 1}${long('手机课堂与防骗知识')}`.slice(0, 40), start, {
      nameEn: long('Telephones and how not to be cheated '),
      room: long('三楼多功能活动教室'),
      roomEn: long('Large activity room, third floor '),
      checkIn: true,
    });
    store.put('centre', 'course', one.id, one);
  }
  return withNotice(store, {
    title: long('下午全楼停水请提前接水'),
    titleEn: long('No water in the house '),
  });
}

/** One session of a name and a room at their longest. */
function longSession(): FakeStore {
  const one = course('phones', long('手机课堂与防骗知识'), '10:40', {
    nameEn: long('Telephones and how not to be cheated '),
    room: long('三楼多功能活动教室'),
    roomEn: long('Large activity room, third floor '),
  });
  return serves(withTiles(5), [beef, eggs]).put('centre', 'course', one.id, one);
}

/** Three that one may sign in for now. */
function severalOpen(): FakeStore {
  const store = usual();
  for (const [key, name, nameEn] of [
    ['phones', '手机课堂', 'Telephones'],
    ['choir', '合唱', 'Choir'],
  ] as const)
    store.put('centre', 'course', key, course(key, name, '10:40', { nameEn }));
  return store;
}

function away(store: FakeStore): FakeStore {
  store.timeQuality = 'carried';
  store.setStatus({ link: 'away', lastSyncMs: (store.nowMs ?? at(10, 32)) - 31 * DAY_MS });
  return store;
}

function noTime(store: FakeStore): FakeStore {
  store.nowMs = null;
  return store;
}

function unreadable(store: FakeStore): FakeStore {
  store.setReadable(false);
  return store;
}

interface HomeWorld {
  readonly store: () => FakeStore;
  /** Whether there is a meal to tell of, and its first dish. */
  readonly dishes: boolean;
}

/** What home may have to say, of a day like others and of days that nobody draws. */
export const homeWorlds: Readonly<Record<string, HomeWorld>> = {
  'a day like others': { store: usual, dishes: true },
  'a centre that opened this morning': { store: () => withTiles(0), dishes: false },
  'one way and nothing behind it': { store: () => withTiles(1), dishes: false },
  'one of each, with nothing that may be left out': {
    store: () =>
      serves(withTiles(2), [dish('米饭', { nameEn: 'Rice', tags: [], allergens: [], priceFen: null })], {
        note: null,
      }).put('centre', 'course', 'b', course('b', '八段锦', '15:00', { nameEn: null })),
    dishes: true,
  },
  'names of forty characters': { store: fullest, dishes: true },
  'a session of forty characters, three ways': { store: longSession, dishes: true },
  'several to sign in for': { store: severalOpen, dishes: true },
  'a notice': { store: () => withNotice(usual()), dishes: true },
  'a call that is open': { store: () => withCall(usual()), dishes: true },
  'a notice and a call somebody comes for': {
    store: () =>
      withNotice(withCall(usual(), { state: 'coming', answeredBy: '王经理', answeredAtMs: at(10, 31) })),
    dishes: true,
  },
  'several to sign in for, beside a notice and an emergency': {
    store: () => withNotice(withCall(severalOpen(), { kind: 'emergency' })),
    dishes: true,
  },
  'a month without the hub': { store: () => away(usual()), dishes: true },
  'a month without the hub, and a notice': { store: () => away(withNotice(usual())), dishes: true },
  'no time': { store: () => noTime(away(usual())), dishes: false },
  'a store that cannot be read': { store: () => unreadable(withNotice(usual())), dishes: false },
  'no menu yet, three ways': {
    store: () => withTiles(3).put('centre', 'course', 'b', course('b', '八段锦', '10:40')),
    dishes: false,
  },
};
