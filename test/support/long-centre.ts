import type { RowOf } from '../../src/kernel/rows.ts';
import { id } from '../../src/kernel/ids.ts';
import { FakeStore } from './fake-store.ts';
import { at, course, dish, menuOf, today } from './kiosk-centre.ts';
import { centreRow } from './rows.ts';

const DISH = '老北京风味京酱肉丝配荷叶饼与时令青菜拼盘加一份例汤';
const DISH_EN = 'Peking style shredded pork in sweet bean sauce with lotus-leaf pancakes';

/** A notice, and a heading, of as many words as anybody writes. */
export const longNotice = {
  title: '三楼厨房冒烟，请大家马上离开大楼，到院子里集合',
  titleEn: 'There is smoke on the third floor: please leave the building and meet in the yard',
  body: '请从最近的出口慢慢走到院子里，不要坐电梯。腿脚不便的请等人来推轮椅，不着急。'.repeat(2),
  bodyEn: 'Please walk slowly to the yard by the nearest way out. Do not take the lift. '.repeat(3),
};

/** A centre that has been set up and where nobody has written anything yet, late in the morning. */
export const emptyCentre = (): FakeStore =>
  new FakeStore({ nowMs: at(11, 0) }).put('centre', 'centre', 'sample', centreRow());

/** A centre where all that is written is as long as it may be, and everything is said of every dish. */
export function longCentre(): FakeStore {
  const store = emptyCentre();
  const items = Array.from({ length: 8 }, (_, i) =>
    dish(DISH.slice(i % 7, 10 + i * 2), {
      dishId: id(`long-${i}`),
      nameEn: DISH_EN,
      soldOut: i === 2,
      tags: ['low-salt', 'soft', 'halal'],
      allergens: ['egg', 'soy', 'gluten'],
      energyKcal: 512,
      saltG: 2.1,
    }),
  );
  const lunch: RowOf<'menu'> = {
    ...menuOf(today, 'lunch', items),
    set: {
      name: DISH.slice(0, 20),
      nameEn: 'The set meal of the long day, with everything in it',
      priceFen: 1200,
      text: DISH,
      textEn: 'One meat dish, one half-and-half dish, two vegetable dishes, soup, rice and fruit',
    },
    note: '主食免费续，要小份请跟师傅说，需要送餐请提前一天到前台登记',
    noteEn: 'Rice and buns are refilled free. For a small portion, or a meal brought home, tell the cook',
  };
  store.put('centre', 'menu', lunch.id, lunch);
  for (let i = 0; i < 9; i += 1) {
    const row = course(`long-${i}`, `社区老年大学书法与国画提高班第${i}期`, `${11 + i}:20`, {
      nameEn: `Calligraphy and ink painting for advanced learners, part ${i}`,
      room: '三楼多功能活动室东厅',
    });
    store.put('centre', 'course', row.id, row);
  }
  return store.put('centre', 'notice', 'long', {
    ...longNotice,
    id: id<'NoticeId'>('long'),
    level: 'normal',
    fromMs: 0,
    untilMs: null,
    by: '王经理',
    where: { kiosks: true, screens: 'all' },
  });
}
