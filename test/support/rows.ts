import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';

/*
 * Rows that tests of every layer start from. Each test says what matters to it and leaves the rest.
 */

type MenuItem = RowOf<'menu'>['items'][number];

export const centreRow = (over: Partial<RowOf<'centre'>> = {}): RowOf<'centre'> => ({
  id: id('sample'),
  name: '乐龄中心',
  shortName: '乐龄',
  address: '示例街道一号',
  hotline: '000-8000',
  utcOffsetMinutes: 480,
  canteens: [{ id: id('main'), name: '一楼餐厅' }],
  meals: [
    { meal: 'breakfast', from: '07:00', to: '08:30' },
    { meal: 'lunch', from: '11:00', to: '12:30' },
    { meal: 'dinner', from: '17:00', to: '18:00' },
  ],
  tiles: ['menu'],
  ...over,
});

/** A course that meets every day, with sign-in. */
export const courseRow = (over: Partial<RowOf<'course'>> = {}): RowOf<'course'> => ({
  id: id('baduanjin'),
  kind: 'exercise',
  name: '八段锦',
  nameEn: null,
  room: '二楼活动室',
  about: null,
  recurrence: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  start: '10:40',
  minutes: 20,
  from: '2026-01-01',
  until: null,
  capacity: null,
  checkIn: true,
  programmeId: null,
  skipsHolidays: false,
  ...over,
});

export const dishRow = (over: Partial<RowOf<'dish'>> = {}): RowOf<'dish'> => ({
  id: id('tomato-egg'),
  name: '番茄炒蛋',
  nameEn: null,
  tags: [],
  allergens: [],
  priceFen: 500,
  unit: 'portion',
  smallPriceFen: null,
  photo: null,
  drawing: 'egg',
  energyKcal: null,
  fatG: null,
  saltG: null,
  ...over,
});

/** A dish as it stands on a menu. */
export function menuItem({ dishId, soldOut = false, ...over }: Partial<MenuItem> = {}): MenuItem {
  const { id: ownId, ...dish } = dishRow(over);
  return { dishId: dishId ?? ownId, ...dish, soldOut };
}

/** A change that was not done, made by the kiosk in the lobby. */
export const refusalRow = (over: Partial<RowOf<'refusal'>> = {}): RowOf<'refusal'> => ({
  id: id('r'),
  name: 'checkin.claim',
  v: 1,
  args: {},
  status: 'refused',
  code: 'unknown-session',
  detail: '-',
  deviceId: id('lobby-kiosk'),
  by: 'lobby-kiosk',
  maker: { type: 'staff', accountId: id('an'), name: 'An', role: 'leader' },
  madeAtMs: 1,
  timeQuality: 'confirmed',
  receivedAtMs: 2,
  settled: null,
  ...over,
});

/** A television in the dining hall. */
export const screenConfig = (more: Partial<RowOf<'deviceConfig'>> = {}): RowOf<'deviceConfig'> => ({
  id: id('dining-hall'),
  kind: 'screen',
  name: '餐厅大屏',
  place: '一楼餐厅',
  panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
  distanceMm: 5000,
  canteenId: id('main'),
  room: null,
  oneDecoder: false,
  mediaBudgetMB: 64,
  locale: 'zh-CN',
  ...more,
});
