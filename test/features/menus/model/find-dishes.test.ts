import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byUse, dishFinder, usesOf } from '../../../../src/features/menus/model/find-dishes.ts';
import { guessDrawing } from '../../../../src/features/menus/model/guess-drawing.ts';
import { readings } from '../../../../src/app/readings.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { dishRow, menuItem } from '../../../support/rows.ts';

const dish = (name: string, over: Parameters<typeof dishRow>[0] = {}) =>
  dishRow({ id: id(name), name, ...over });
const dishes = [
  dish('红烧肉', { nameEn: 'Braised pork' }),
  dish('红烧豆腐', { tags: ['soft'] }),
  dish('番茄炒蛋'),
  dish('银耳羹'),
];
const find = dishFinder(dishes, readings, ({ tags }) => tags.map(() => '软烂'));
const found = (typed: string) => find(typed).map(({ name }) => name);

describe('finding a dish', () => {
  it('takes characters, pinyin, initials, English and tags, and several words', () => {
    assert.deepEqual(found('hsr'), ['红烧肉']);
    assert.deepEqual(found('hongshao'), ['红烧肉', '红烧豆腐']);
    assert.deepEqual(found('烧'), ['红烧肉', '红烧豆腐']);
    assert.deepEqual(found('hr'), [], 'a part of a name, not letters from here and there');
    assert.deepEqual(found('PORK'), ['红烧肉']);
    assert.deepEqual(found('红烧 软'), ['红烧豆腐']);
    assert.deepEqual(found('鸳鸯'), []);
  });

  it('lists all where nothing is typed, what is cooked most first and what is cooked no more last', () => {
    assert.equal(find(' ').length, 4);
    const uses = usesOf([{ items: [menuItem({ dishId: id('银耳羹') })] }]);
    const [old, ...others] = dishes;
    assert.ok(old !== undefined);
    const compare = new Intl.Collator('zh-CN').compare;
    assert.deepEqual(
      byUse([{ ...old, archived: true }, ...others], uses, compare).map(({ name }) => name),
      ['银耳羹', '番茄炒蛋', '红烧豆腐', '红烧肉'],
    );
  });
});

describe('what is drawn of a dish that nobody has photographed', () => {
  it('is what its name says is in it', () => {
    const names = [
      '红烧肉',
      '鱼香肉丝',
      '清蒸鲈鱼',
      '番茄炒蛋',
      '麻婆豆腐',
      '冬瓜排骨汤',
      '皮蛋瘦肉粥',
      '牛肉面',
      '蛋炒饭',
      '肉包',
      '炒青菜',
      'Kimchi',
    ];
    assert.deepEqual(names.map(guessDrawing), [
      'meat',
      'meat',
      'fish',
      'egg',
      'tofu',
      'soup',
      'porridge',
      'noodles',
      'rice',
      'bun',
      'greens',
      'greens',
    ]);
  });
});
