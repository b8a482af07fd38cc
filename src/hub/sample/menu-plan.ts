import { id } from '../../kernel/ids.ts';
import type { CivilDate } from '../../kernel/time.ts';
import type { RowOf } from '../../kernel/rows.ts';

type MenuPlan = RowOf<'menuPlan'>;
type PlannedMeal = MenuPlan['days'][number][number];

/** One day of the plan: its dishes by key, parted by spaces; the set meal and the notes are the same each week. */
type Day = readonly [breakfast: string, lunch: string, dinner: string];

const days: readonly Day[] = [
  [
    'millet-porridge veg-bun boiled-egg spinach-peanut',
    'pork-amaranth tomato-egg cauliflower steamed-bass mixed-rice',
    'egg-noodles home-tofu pak-choi pumpkin-porridge',
  ],
  [
    'soy-milk steamed-bun tea-egg carrot-lettuce',
    'beef-potato leek-egg garlic-broccoli laver-egg-soup mixed-rice',
    'tomato-soup veg-bun potato-strips steamed-egg',
  ],
  [
    'oat-milk jujube-cake boiled-egg apple',
    'chicken-mushroom mapo-mild cabbage-vermicelli kelp-rib-soup white-rice',
    'millet-porridge lamb-bun dried-tofu-celery pumpkin',
  ],
  [
    'yam-porridge veg-bun tea-egg potato-strips',
    'carp-tofu pork-celery pak-choi laver-egg-soup mixed-rice',
    'lamb-noodles spinach-peanut steamed-egg white-fungus',
  ],
  [
    'millet-porridge lamb-bun boiled-egg carrot-lettuce',
    'lion-head tomato-egg yam-woodear home-tofu white-rice',
    'oat-noodles aubergine tofu-greens pumpkin-porridge',
  ],
  [
    'soy-milk jujube-cake boiled-egg spinach-peanut',
    'hairtail twice-pork garlic-broccoli kelp-rib-soup mixed-rice',
    'egg-noodles cabbage-vermicelli steamed-egg apple',
  ],
  [
    'pumpkin-porridge steamed-bun tea-egg apple',
    'lamb-radish leek-egg cauliflower white-fungus mixed-rice',
    'tomato-soup veg-bun dried-tofu-celery pak-choi',
  ],
  [
    'oat-milk veg-bun boiled-egg potato-strips',
    'pork-ribs-bean shrimp-egg pak-choi tofu-greens white-rice',
    'millet-porridge lamb-bun aubergine pumpkin',
  ],
  [
    'millet-porridge steamed-bun tea-egg spinach-peanut',
    'fish-fillet-tomato mapo-mild carrot-lettuce laver-egg-soup mixed-rice',
    'lamb-noodles potato-strips steamed-egg yam-porridge',
  ],
  [
    'soy-milk veg-bun boiled-egg carrot-lettuce',
    'chicken-peanut tomato-egg cabbage-vermicelli kelp-rib-soup white-rice',
    'oat-noodles home-tofu garlic-broccoli white-fungus',
  ],
  [
    'yam-porridge lamb-bun boiled-egg apple',
    'duck-winter-melon leek-egg yam-woodear dried-tofu-celery mixed-rice',
    'egg-noodles tofu-greens pumpkin millet-porridge',
  ],
  [
    'pumpkin-porridge jujube-cake tea-egg potato-strips',
    'beef-potato shrimp-egg aubergine laver-egg-soup white-rice',
    'tomato-soup steamed-bun pork-celery pak-choi',
  ],
  [
    'oat-milk steamed-bun boiled-egg spinach-peanut',
    'steamed-bass twice-pork cauliflower tofu-greens mixed-rice',
    'lamb-noodles carrot-lettuce steamed-egg white-fungus',
  ],
  [
    'soy-milk lamb-bun tea-egg apple',
    'chicken-mushroom mapo-mild garlic-broccoli kelp-rib-soup mixed-rice',
    'millet-porridge veg-bun home-tofu pumpkin',
  ],
];

const sets: Readonly<Record<PlannedMeal['meal'], PlannedMeal['set']>> = {
  breakfast: { name: '早餐套餐', priceFen: 500, text: '一粥一点心一蛋' },
  lunch: { name: '今日套餐', priceFen: 1200, text: '一荤两素一汤' },
  dinner: { name: '晚餐套餐', priceFen: 800, text: '一主食两小菜' },
};
const notes: Readonly<Record<PlannedMeal['meal'], string | null>> = {
  breakfast: null,
  lunch: '主食免费续，要小份请跟师傅说',
  dinner: '晚上吃少些，吃软些',
};

/** Two weeks of meals that repeat from a day on. */
export const sampleMenuPlan = (anchor: CivilDate): MenuPlan => ({
  id: id('main'),
  canteenId: id('main'),
  anchor,
  days: days.map(([breakfast, lunch, dinner]) => [
    planned('breakfast', breakfast),
    planned('lunch', lunch),
    planned('dinner', dinner),
  ]),
});

const planned = (meal: PlannedMeal['meal'], keys: string): PlannedMeal => ({
  meal,
  dishIds: keys.split(' ').map((key) => id(key)),
  set: sets[meal],
  note: notes[meal],
});
