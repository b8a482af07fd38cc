import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countedInChinese, spoken } from '../../src/i18n/spoken.ts';

const said = (pairs: Readonly<Record<string, string>>, language: 'zh-CN' | 'en' = 'zh-CN'): void => {
  for (const [written, words] of Object.entries(pairs)) assert.equal(spoken(written, language), words);
};

describe('what is written, as a person says it', () => {
  it('says prices as at the counter', () =>
    said({
      '9 元/份': '九块钱一份',
      '8.5元': '八块五',
      '2元/碗': '两块钱一碗',
      '0.5 元/个': '五毛一个',
      '12.35元': '十二块三毛五',
      '10.05元': '十块零五分',
      '每月 300 元': '每月 三百块钱',
      '1,200元': '一千二百块钱',
    }));

  it('says the time as one asks for it', () =>
    said({
      '上午10:40 开始': '上午十点四十分 开始',
      '9:02': '九点零二分',
      '下午2:00–4:30': '下午两点到四点半',
      '上午11:00–下午12:30': '上午十一点到下午十二点半',
    }));

  it('says days, years and counts', () =>
    said({
      '11月22日': '十一月二十二日',
      '2026年': '二零二六年',
      '今天第 23 位': '今天第 二十三 位',
      还有2个位子: '还有两个位子',
      第2位: '第二位',
      '12位': '十二位',
      '105人': '一百零五人',
      '盐 1.5 克': '盐 一点五 克',
      满80岁: '满八十岁',
      '少 20%': '少 百分之二十',
    }));

  it('says a telephone number figure by figure, as everybody writes it down', () =>
    said({
      '000-8000-0000': '零零零，八零零零，零零零零',
      '电话：120': '电话：幺二零',
      '0471-1234567': '零四七幺，幺二三四五六七',
    }));

  it('makes no riddle of signs', () => said({ '二楼 · 活动室': '二楼，活动室', '软烂/少盐': '软烂，少盐' }));

  it('keeps an English voice from mistaking ranges, units and telephones', () =>
    said(
      {
        '9 yuan/portion': '9 yuan a portion',
        '11:00 am–12:30 pm': '11:00 am to 12:30 pm',
        '000-8000-0000': '0 0 0, 8 0 0 0, 0 0 0 0',
      },
      'en',
    ));

  it('counts every number so that it can be counted back', () => {
    const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
    /** What a listener makes of a number below ten thousand. */
    const heardBelow = (words: string): number => {
      let sum = 0;
      let last = words.startsWith('十') ? 1 : 0;
      for (const word of words) {
        const place = places[word];
        if (place === undefined) last = '零一二三四五六七八九'.indexOf(word);
        else {
          sum += last * place;
          last = 0;
        }
      }
      return sum + last;
    };
    const heard = (words: string): number => {
      const [above, below] = words.includes('万') ? words.split('万') : ['', words];
      return heardBelow(above ?? '') * 10_000 + heardBelow(below ?? '');
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) =>
        assert.equal(heard(countedInChinese(number)), number),
      ),
    );
  });

  it('never leaves a figure to the voice, and never loses a word', () => {
    const pieces = fc.constantFrom(
      '今天',
      '3',
      '10:05',
      '6.5元',
      '人',
      '，',
      '份/',
      '2026年',
      '电话',
      ' ',
      'A3',
      '–',
      '12%',
    );
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        const words = spoken(all.join(''), 'zh-CN');
        assert.ok(!/\d/.test(words), words);
        assert.equal((words.match(/今天/g) ?? []).length, all.filter((one) => one === '今天').length);
      }),
    );
  });
});
