import { expect } from 'chai';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/board-texts.ts';
import { hang } from '../../../support/board-glass.ts';
import { at, dish, kioskStore, menuOf, today } from '../../../support/kiosk-centre.ts';
import { words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { asWrittenByNewerHub } from '../../../support/newer-menu.ts';

const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 5000 };

describe('A menu of which a newer hub says more than this television has words for', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  for (const [language, asked] of [
    ['zh-CN', /含大豆、其他过敏原（请问工作人员）/],
    ['en', /soy, other allergens \(ask the staff\)/i],
  ] as const)
    it(`hides no allergen and shows no code word to the hall (${language})`, async () => {
      await setLocale(language);
      const menu = asWrittenByNewerHub(
        menuOf(today, 'lunch', [dish('五花肉烩苋菜', { nameEn: 'Pork belly' })]),
      );
      const board = new LlBoardMenu();
      board.sitting = { meal: 'lunch', date: today, startMinute: 660, endMinute: 750 };
      board.timeConfirmed = true;
      await hang(board, hall, kioskStore(at(10, 32)).put('centre', 'menu', menu.id, menu));
      while (board.shadowRoot?.querySelector('.main .rows') === null)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      await settled(board);
      expect(words(board))
        .to.match(asked)
        .and.not.to.match(/common\.|organic|celery|lupin|plate/);
    });
});
