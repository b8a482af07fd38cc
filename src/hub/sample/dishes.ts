import { id } from '../../domain/kernel/ids.ts';
import type { Dish } from '../../domain/menu/menu.ts';

type Nutrition = readonly [kcal: number, fatG: number, saltG: number];
interface Kitchen {
  /** Yuan for one unit; null is free. */
  readonly yuan: number | null;
  readonly small?: number;
  readonly unit?: Dish['unit'];
  readonly tags?: Dish['tags'];
  readonly allergens?: Dish['allergens'];
  readonly per: Nutrition;
}

const fen = (yuan: number): number => Math.round(yuan * 100);

function dish(key: string, name: string, nameEn: string, drawing: Dish['drawing'], kitchen: Kitchen): Dish {
  const [energyKcal, fatG, saltG] = kitchen.per;
  return {
    id: id(key),
    name,
    nameEn,
    tags: [...(kitchen.tags ?? [])],
    allergens: [...(kitchen.allergens ?? [])],
    priceFen: kitchen.yuan === null ? null : fen(kitchen.yuan),
    unit: kitchen.unit ?? 'portion',
    smallPriceFen: kitchen.small === undefined ? null : fen(kitchen.small),
    photo: null,
    drawing,
    energyKcal,
    fatG,
    saltG,
  };
}

/** What the sample canteen cooks: little oil and salt, soft, with a small portion where one makes sense. */
export const sampleDishes: readonly Dish[] = [
  dish('pork-amaranth', '五花肉烩苋菜', 'Pork belly with amaranth', 'meat', {
    yuan: 9,
    small: 5,
    tags: ['soft'],
    allergens: ['soy'],
    per: [310, 24, 1.3],
  }),
  dish('tomato-egg', '番茄炒蛋', 'Tomato and egg', 'egg', {
    yuan: 5,
    small: 3,
    tags: ['low-salt'],
    allergens: ['egg'],
    per: [180, 12, 0.8],
  }),
  dish('cauliflower', '干锅菜花', 'Dry-pot cauliflower', 'greens', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian'],
    allergens: ['soy'],
    per: [120, 7, 1],
  }),
  dish('steamed-bass', '清蒸鲈鱼', 'Steamed sea bass', 'fish', {
    yuan: 12,
    small: 7,
    tags: ['low-salt', 'soft'],
    allergens: ['fish', 'soy'],
    per: [165, 6, 0.9],
  }),
  dish('mixed-rice', '杂粮米饭', 'Rice with mixed grains', 'rice', {
    yuan: null,
    unit: 'bowl',
    tags: ['vegetarian'],
    per: [210, 1, 0],
  }),
  dish('white-rice', '软米饭', 'Soft rice', 'rice', {
    yuan: null,
    unit: 'bowl',
    tags: ['soft', 'vegetarian'],
    per: [200, 0.5, 0],
  }),
  dish('beef-potato', '土豆炖牛肉', 'Beef stewed with potatoes', 'meat', {
    yuan: 12,
    small: 7,
    tags: ['soft', 'halal'],
    allergens: ['soy'],
    per: [290, 14, 1.2],
  }),
  dish('lamb-radish', '清炖羊肉萝卜', 'Lamb and white radish', 'meat', {
    yuan: 13,
    small: 8,
    tags: ['soft', 'halal'],
    per: [270, 15, 0.9],
  }),
  dish('chicken-mushroom', '香菇蒸鸡', 'Steamed chicken with mushrooms', 'meat', {
    yuan: 10,
    small: 6,
    tags: ['soft', 'low-salt'],
    allergens: ['soy'],
    per: [230, 12, 0.9],
  }),
  dish('lion-head', '清炖狮子头', 'Braised pork meatball', 'meat', {
    yuan: 8,
    small: 4.5,
    unit: 'piece',
    tags: ['soft'],
    allergens: ['egg', 'soy', 'gluten'],
    per: [280, 20, 1.2],
  }),
  dish('pork-ribs-bean', '豆角炖排骨', 'Ribs stewed with green beans', 'meat', {
    yuan: 11,
    small: 6.5,
    tags: ['soft'],
    allergens: ['soy'],
    per: [300, 20, 1.2],
  }),
  dish('twice-pork', '木须肉', 'Pork with egg and wood ear', 'meat', {
    yuan: 8,
    small: 5,
    allergens: ['egg', 'soy'],
    per: [240, 16, 1.1],
  }),
  dish('pork-celery', '芹菜炒肉丝', 'Shredded pork with celery', 'meat', {
    yuan: 7,
    small: 4,
    tags: ['low-salt'],
    allergens: ['soy'],
    per: [180, 11, 0.9],
  }),
  dish('duck-winter-melon', '冬瓜炖鸭', 'Duck with winter melon', 'meat', {
    yuan: 11,
    small: 6.5,
    tags: ['soft'],
    per: [250, 17, 1],
  }),
  dish('chicken-peanut', '宫保鸡丁', 'Chicken with peanuts', 'meat', {
    yuan: 9,
    small: 5,
    tags: ['spicy'],
    allergens: ['peanut', 'soy'],
    per: [260, 16, 1.4],
  }),
  dish('hairtail', '红烧带鱼', 'Braised hairtail', 'fish', {
    yuan: 10,
    small: 6,
    allergens: ['fish', 'soy', 'gluten'],
    per: [220, 13, 1.3],
  }),
  dish('carp-tofu', '鲫鱼炖豆腐', 'Crucian carp with tofu', 'fish', {
    yuan: 11,
    small: 6.5,
    tags: ['soft', 'low-salt'],
    allergens: ['fish', 'soy'],
    per: [190, 9, 0.9],
  }),
  dish('fish-fillet-tomato', '番茄鱼片', 'Fish fillets in tomato', 'fish', {
    yuan: 10,
    small: 6,
    tags: ['soft'],
    allergens: ['fish'],
    per: [170, 7, 1],
  }),
  dish('shrimp-egg', '虾仁蒸蛋', 'Steamed egg with shrimps', 'egg', {
    yuan: 7,
    small: 4,
    tags: ['soft', 'low-salt'],
    allergens: ['egg', 'shellfish'],
    per: [140, 8, 0.7],
  }),
  dish('steamed-egg', '鸡蛋羹', 'Steamed egg custard', 'egg', {
    yuan: 3,
    unit: 'bowl',
    tags: ['soft', 'low-salt'],
    allergens: ['egg'],
    per: [90, 6, 0.4],
  }),
  dish('leek-egg', '韭菜炒鸡蛋', 'Egg with Chinese leek', 'egg', {
    yuan: 5,
    small: 3,
    tags: ['vegetarian'],
    allergens: ['egg'],
    per: [170, 12, 0.8],
  }),
  dish('boiled-egg', '白煮蛋', 'Boiled egg', 'egg', {
    yuan: 1.5,
    unit: 'piece',
    allergens: ['egg'],
    per: [75, 5, 0.2],
  }),
  dish('tea-egg', '茶叶蛋', 'Tea egg', 'egg', {
    yuan: 2,
    unit: 'piece',
    allergens: ['egg', 'soy'],
    per: [80, 5, 0.6],
  }),
  dish('mapo-mild', '肉末豆腐', 'Tofu with minced pork', 'tofu', {
    yuan: 6,
    small: 3.5,
    tags: ['soft'],
    allergens: ['soy'],
    per: [190, 12, 1.1],
  }),
  dish('home-tofu', '家常豆腐', 'Home-style tofu', 'tofu', {
    yuan: 5,
    small: 3,
    tags: ['vegetarian', 'soft'],
    allergens: ['soy'],
    per: [170, 11, 1],
  }),
  dish('tofu-greens', '小白菜炖豆腐', 'Tofu with small cabbage', 'tofu', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian', 'soft', 'low-salt'],
    allergens: ['soy'],
    per: [110, 6, 0.7],
  }),
  dish('dried-tofu-celery', '香干芹菜', 'Dried tofu with celery', 'tofu', {
    yuan: 5,
    small: 3,
    tags: ['vegetarian'],
    allergens: ['soy', 'gluten'],
    per: [130, 7, 1],
  }),
  dish('garlic-broccoli', '蒜蓉西兰花', 'Broccoli with garlic', 'greens', {
    yuan: 5,
    small: 3,
    tags: ['vegetarian', 'low-salt'],
    per: [80, 4, 0.6],
  }),
  dish('pak-choi', '清炒小油菜', 'Stir-fried pak choi', 'greens', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian', 'low-salt'],
    per: [70, 4, 0.6],
  }),
  dish('cabbage-vermicelli', '白菜粉条', 'Cabbage with potato noodles', 'greens', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian', 'soft'],
    per: [130, 5, 0.8],
  }),
  dish('aubergine', '软烧茄子', 'Soft braised aubergine', 'greens', {
    yuan: 5,
    small: 3,
    tags: ['vegetarian', 'soft'],
    allergens: ['soy'],
    per: [140, 8, 1],
  }),
  dish('potato-strips', '醋溜土豆丝', 'Potato strips in vinegar', 'greens', {
    yuan: 3.5,
    small: 2,
    tags: ['vegetarian'],
    per: [120, 5, 0.7],
  }),
  dish('spinach-peanut', '菠菜果仁', 'Spinach with peanuts', 'greens', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian'],
    allergens: ['peanut'],
    per: [130, 8, 0.7],
  }),
  dish('yam-woodear', '山药木耳', 'Yam with wood ear', 'greens', {
    yuan: 6,
    small: 3.5,
    tags: ['vegetarian', 'low-salt'],
    per: [100, 4, 0.6],
  }),
  dish('pumpkin', '蒸南瓜', 'Steamed pumpkin', 'greens', {
    yuan: 3,
    tags: ['vegetarian', 'soft', 'low-salt'],
    per: [70, 0.3, 0],
  }),
  dish('carrot-lettuce', '胡萝卜炒莴笋', 'Carrot and celtuce', 'greens', {
    yuan: 4,
    small: 2.5,
    tags: ['vegetarian'],
    per: [80, 4, 0.6],
  }),
  dish('kelp-rib-soup', '海带排骨汤', 'Kelp and rib soup', 'soup', {
    yuan: 5,
    unit: 'bowl',
    tags: ['soft'],
    per: [130, 8, 0.8],
  }),
  dish('laver-egg-soup', '紫菜蛋花汤', 'Laver and egg soup', 'soup', {
    yuan: 2,
    unit: 'bowl',
    tags: ['low-salt'],
    allergens: ['egg'],
    per: [40, 2, 0.6],
  }),
  dish('tomato-soup', '番茄疙瘩汤', 'Tomato soup with dough drops', 'soup', {
    yuan: 3,
    unit: 'bowl',
    tags: ['soft'],
    allergens: ['gluten', 'egg'],
    per: [150, 4, 0.8],
  }),
  dish('white-fungus', '银耳莲子羹', 'White fungus and lotus seeds', 'soup', {
    yuan: 3,
    unit: 'bowl',
    tags: ['vegetarian', 'low-sugar', 'soft'],
    per: [80, 0.3, 0],
  }),
  dish('lamb-noodles', '羊肉面片', 'Lamb with soft noodle squares', 'noodles', {
    yuan: 10,
    small: 7,
    unit: 'bowl',
    tags: ['halal', 'soft'],
    allergens: ['gluten'],
    per: [380, 12, 1.4],
  }),
  dish('egg-noodles', '鸡蛋挂面', 'Noodles with egg', 'noodles', {
    yuan: 5,
    small: 3.5,
    unit: 'bowl',
    tags: ['soft', 'low-salt'],
    allergens: ['gluten', 'egg'],
    per: [320, 7, 0.9],
  }),
  dish('oat-noodles', '莜面鱼鱼', 'Rolled oat noodles', 'noodles', {
    yuan: 6,
    small: 4,
    unit: 'bowl',
    tags: ['vegetarian'],
    per: [300, 6, 0.9],
  }),
  dish('millet-porridge', '小米粥', 'Millet porridge', 'porridge', {
    yuan: 1.5,
    unit: 'bowl',
    tags: ['vegetarian', 'soft'],
    per: [90, 0.8, 0],
  }),
  dish('yam-porridge', '山药薏米粥', "Yam and Job's tears porridge", 'porridge', {
    yuan: 2,
    unit: 'bowl',
    tags: ['vegetarian', 'soft', 'low-sugar'],
    per: [100, 0.6, 0],
  }),
  dish('pumpkin-porridge', '南瓜粥', 'Pumpkin porridge', 'porridge', {
    yuan: 2,
    unit: 'bowl',
    tags: ['vegetarian', 'soft'],
    per: [95, 0.4, 0],
  }),
  dish('oat-milk', '燕麦牛奶', 'Oats with milk', 'porridge', {
    yuan: 3,
    unit: 'bowl',
    tags: ['vegetarian', 'soft', 'low-sugar'],
    allergens: ['milk', 'gluten'],
    per: [160, 5, 0.2],
  }),
  dish('soy-milk', '现磨豆浆', 'Fresh soy milk', 'soup', {
    yuan: 1.5,
    unit: 'bowl',
    tags: ['vegetarian', 'low-sugar'],
    allergens: ['soy'],
    per: [60, 3, 0],
  }),
  dish('steamed-bun', '全麦馒头', 'Wholemeal steamed bun', 'bun', {
    yuan: 1,
    unit: 'piece',
    tags: ['vegetarian'],
    allergens: ['gluten'],
    per: [160, 1, 0.1],
  }),
  dish('veg-bun', '香菇青菜包', 'Mushroom and greens bun', 'bun', {
    yuan: 1.5,
    unit: 'piece',
    tags: ['vegetarian', 'soft'],
    allergens: ['gluten', 'soy'],
    per: [140, 4, 0.5],
  }),
  dish('lamb-bun', '羊肉胡萝卜包', 'Lamb and carrot bun', 'bun', {
    yuan: 2.5,
    unit: 'piece',
    tags: ['halal', 'soft'],
    allergens: ['gluten'],
    per: [190, 8, 0.6],
  }),
  dish('jujube-cake', '红枣发糕', 'Steamed cake with dates', 'bun', {
    yuan: 2,
    unit: 'piece',
    tags: ['vegetarian', 'soft'],
    allergens: ['gluten'],
    per: [170, 1, 0.1],
  }),
  dish('apple', '苹果', 'Apple', 'fruit', {
    yuan: 2,
    unit: 'piece',
    tags: ['vegetarian'],
    per: [90, 0.3, 0],
  }),
];
