import { expect } from 'chai';
import { dishSpeech } from '../../../../src/features/menus/words/dish-speech.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { spoken } from '../../../../src/i18n/spoken.ts';
import '../../../../src/i18n/kiosk-page-texts.ts';
import '../../../../src/i18n/kiosk-texts.ts';
import { menuItem } from '../../../support/rows.ts';

type Dish = Parameters<typeof menuItem>[0];

const heard = (dish: Dish): string => spoken(dishSpeech(menuItem(dish)) ?? '', 'zh-CN');

describe('A dish that is read to somebody', () => {
  afterEach(() => setLocale('zh-CN'));

  it('is one sentence, with its price as a person says it', () => {
    const pork: Dish = {
      name: '五花肉烩苋菜',
      tags: ['soft'],
      allergens: ['soy'],
      priceFen: 850,
      smallPriceFen: 500,
    };
    expect(heard(pork)).to.equal('五花肉烩苋菜，软烂，含大豆，八块五一份，小份 五块钱。');
    expect(heard({ name: '杂粮米饭', priceFen: null })).to.equal('杂粮米饭，免费。');
    expect(heard({ name: '紫菜蛋花汤', priceFen: 0, smallPriceFen: null })).to.equal('紫菜蛋花汤，免费。');
  });

  it('is said to be sold out, without a price that nobody can pay any more', () => {
    expect(heard({ name: '清蒸鲈鱼', soldOut: true, priceFen: 1200 })).to.equal('清蒸鲈鱼，卖完了。');
  });

  it('leaves no figure to a voice that would spell it', () => {
    for (let priceFen = 5; priceFen < 20_000; priceFen += 95)
      for (const unit of ['portion', 'bowl', 'piece', 'jin'] as const)
        expect(heard({ name: '菜', priceFen, unit }), String(priceFen)).not.to.match(/[\d/]|undefined|NaN/);
  });

  it('is said in English where its name is, and otherwise left to be read in Chinese', async () => {
    await setLocale('en');
    const egg: Dish = { nameEn: 'Tomato and egg', tags: ['low-salt'], priceFen: 500 };
    expect(dishSpeech(menuItem(egg))).to.equal('Tomato and egg, low salt, 5 yuan/portion.');
    expect(dishSpeech(menuItem({ nameEn: null }))).to.equal(null);
  });
});
