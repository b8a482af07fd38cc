import { expect } from 'chai';
import { LlKioskMealCard } from '../../../../src/features/menus/kiosk/kiosk-meal-card.ts';
import { LlKioskMenu } from '../../../../src/features/menus/kiosk/kiosk-menu.ts';
import { dishSpeech } from '../../../../src/features/menus/words/dish-speech.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { dish, kioskStore, menuOf, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { asWrittenByNewerHub } from '../../../support/newer-menu.ts';

/** A key of the program's texts, or what a newer hub calls a thing among programs. */
const CODE = /common\.|organic|celery|lupin|plate/;

describe('A dish of which a newer hub says more than this kiosk has words for', () => {
  const { items, ...lunch } = menuOf(today, 'lunch', [dish('五花肉烩苋菜', { nameEn: 'Pork belly' })]);
  const newer = asWrittenByNewerHub({ ...lunch, items });
  const store = () => kioskStore().put('centre', 'menu', newer.id, newer);

  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  for (const [language, asked, tag] of [
    ['zh-CN', /含大豆、其他过敏原（请问工作人员）/, '软烂'],
    ['en', /contains soy, other allergens \(ask the staff\)/i, 'soft'],
  ] as const) {
    it(`is never shown as free of an allergen that has no word here, and no code word stands on home (${language})`, async () => {
      await setLocale(language);
      const card = await mountKiosk(new LlKioskMealCard(), store());
      expect(words(card)).to.match(asked).and.not.to.match(CODE);
      expect(words(card))
        .to.contain(tag)
        .and.to.match(language === 'en' ? /9 yuan/ : /9 元/);
    });

    it(`says the same in the menu and on the dish's own page (${language})`, async () => {
      await setLocale(language);
      const page = await mountKiosk(new LlKioskMenu(), store());
      expect(words(page)).to.match(asked).and.not.to.match(CODE);
      pressableNamed(page, /五花肉|Pork/).click();
      await settled(page);
      expect(words(page)).to.match(asked).and.not.to.match(CODE);
    });

    it(`says so to whoever has it read (${language})`, async () => {
      await setLocale(language);
      for (const item of newer.items) expect(dishSpeech(item)).to.match(asked).and.not.to.match(CODE);
    });
  }
});
