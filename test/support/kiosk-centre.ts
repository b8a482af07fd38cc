import { id } from '../../src/kernel/ids.ts';
import { menuId, type Menu, type MealName } from '../../src/features/menus/model/menu.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { FakeStore } from './fake-store.ts';
import { centreRow, courseRow, menuItem } from './rows.ts';

/** A Sunday. */
export const today = '2026-11-22';

/** A time of that day on the centre's clock, Unix ms. */
export const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 22, hour - 8, minute);

export const kioskConfig: RowOf<'deviceConfig'> = {
  id: id('lobby-kiosk'),
  kind: 'kiosk',
  name: '大厅一体机',
  place: '一楼大厅',
  panel: { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 },
  distanceMm: 650,
  canteenId: id('main'),
  room: null,
  oneDecoder: false,
  mediaBudgetMB: 64,
  locale: 'zh-CN',
};

const centre = centreRow({
  tiles: ['menu', 'classes', 'checkin', 'policies', 'services', 'neighbours'],
});

export const dish = (name: string, more: Partial<Menu['items'][number]> = {}): Menu['items'][number] =>
  menuItem({
    dishId: id(name),
    name,
    tags: ['soft'],
    allergens: ['soy'],
    priceFen: 900,
    smallPriceFen: 500,
    drawing: 'meat',
    ...more,
  });

export const menuOf = (date: string, meal: MealName, items: Menu['items']): Menu => ({
  id: menuId(date, meal, 'main'),
  date,
  meal,
  canteenId: id('main'),
  items,
  set: null,
  note: '主食免费续',
  version: 1,
  publishedAtMs: at(9, 50),
  publishedBy: '李师傅',
});

export const course = (
  key: string,
  name: string,
  start: string,
  more: Partial<RowOf<'course'>> = {},
): RowOf<'course'> => courseRow({ id: id(key), name, start, minutes: 30, ...more });

export const elder = (key: string, maskedName: string, phoneTail: string): RowOf<'roster'> => ({
  id: id(key),
  maskedName,
  phoneTail,
  card: null,
});

export const policy: RowOf<'policy'> = {
  id: id('time-bank'),
  category: 'family',
  title: '时间银行',
  titleEn: null,
  summary: '您今天帮别人一小时，将来别人也帮您一小时。',
  body: ['陪人说话、读报、买菜，都算。'],
  who: ['愿意帮人的'],
  papers: ['身份证'],
  where: '一楼大厅',
  hours: null,
  phone: null,
  source: '内民政发〔2021〕52号 4.2',
  author: null,
  reviewedOn: '2026-11-01',
  expiresOn: null,
  audio: null,
};

/** A centre as a kiosk holds it on a Sunday; late morning unless said otherwise. */
export function kioskStore(nowMs: number | null = at(10, 32)): FakeStore {
  return new FakeStore({ nowMs })
    .put('centre', 'centre', 'sample', centre)
    .put('city', 'calendarDay', today, {
      id: today,
      lunar: '十月十四',
      term: '小雪',
      festival: null,
      rest: false,
    })
    .put('centre', 'course', 'baduanjin', course('baduanjin', '八段锦', '10:40'))
    .put('city', 'policy', policy.id, policy)
    .put('kiosk', 'roster', 'm1', elder('m1', '王*兰', '1234'))
    .put('kiosk', 'roster', 'm2', elder('m2', '李*强', '5678'))
    .put('kiosk', 'roster', 'm3', elder('m3', '赵*芳', '5678'));
}

/** The same with today's lunch on its menu. */
export function kioskStoreWithLunch(nowMs: number | null = at(10, 32)): FakeStore {
  const lunch = menuOf(today, 'lunch', [dish('五花肉烩苋菜'), dish('清蒸鲈鱼', { soldOut: true })]);
  return kioskStore(nowMs).put('centre', 'menu', lunch.id, lunch);
}
