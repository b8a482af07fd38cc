import type { Dish } from './menu.ts';

/** What a name says of what is in a bowl or on a plate; the first that fits. */
const said: readonly (readonly [RegExp, Dish['drawing']])[] = [
  [/粥|稀饭/, 'porridge'],
  [/汤|羹|煲/, 'soup'],
  [/面条|拉面|拌面|炒面|汤面|焖面|面$|米粉|河粉|粉丝|凉皮|饺|馄饨|抄手/, 'noodles'],
  [/饭/, 'rice'],
  [/包子?$|馒头|花卷|饼|糕|馍|窝头|烧麦/, 'bun'],
  [/鱼|虾|蟹|蛤|鱿|鲈|鳝/, 'fish'],
  [/蛋/, 'egg'],
  [/豆腐|豆干|香干|腐竹|豆皮|千张/, 'tofu'],
  [/水果|苹果|香蕉|西瓜|橙|橘|梨|葡萄/, 'fruit'],
  [/肉|鸡|鸭|鹅|牛|羊|排骨|猪|肠|丸|肚|肝/, 'meat'],
];

/** What is drawn of a dish that has no photo, from its name; greens where that says nothing. */
export function guessDrawing(name: string): Dish['drawing'] {
  // Named after something that is not in it.
  const plain = name.replace(/鱼香|蟹黄|虎皮|蚂蚁上树|夫妻/g, '');
  return said.find(([words]) => words.test(plain))?.[1] ?? 'greens';
}
