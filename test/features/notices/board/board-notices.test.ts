import { expect } from 'chai';
import { LlBoardNotices } from '../../../../src/features/notices/board/board-notices.ts';
import type { Notice } from '../../../../src/features/notices/model/notice.ts';
import { setLocale, t } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { turnAll } from '../../../support/board-pages.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import '../../../../src/i18n/screen-texts.ts';

const notice = (key: string, more: Partial<Notice>): Notice => ({
  id: id(key),
  level: 'normal',
  title: '周四下午停水',
  titleEn: 'No water on Thursday afternoon',
  body: null,
  fromMs: 0,
  untilMs: null,
  by: '王经理',
  where: { kiosks: true, screens: 'all' },
  ...more,
});
const notices = [
  notice('water', {}),
  notice('long', {
    title: '重阳节的活动改到下周三上午九点在二楼大厅举行，欢迎您带着家人和邻居一起来',
    titleEn: 'The feast is on Wednesday at nine',
    body: '有合唱、书法和包饺子。请到前台说一声来几位，好给您留座。'.repeat(8),
    bodyEn: 'There is a choir, and dumplings are made together. Please tell the desk how many come. '.repeat(
      5,
    ),
  }),
];
const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s/g, '');

describe('The notice board on a television', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  async function board(store: FakeStore, inches: number, metres: number): Promise<LlBoardNotices> {
    const made = new LlBoardNotices();
    made.screenId = 'dining-hall';
    const panel = { diagonalInches: inches, widthPx: 1920, heightPx: 1080 };
    await hang(made, { panel, distanceMm: metres * 1000 }, store);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(made);
    return made;
  }

  for (const locale of ['zh-CN', 'en'] as const)
    it(`says all of each notice, on pages that can be read from every seat, in ${locale}`, async () => {
      await setLocale(locale);
      for (const [inches, metres] of [
        [55, 8],
        [65, 5],
        [75, 3],
      ] as const) {
        const store = new FakeStore({ nowMs: 1000 });
        for (const one of notices) store.put('centre', 'notice', one.id, one);
        const time = new PassingTime(store);
        try {
          const where = `${inches} inches at ${metres} m`;
          const roles = { h1: 40, '.title': 55, '.body': 40 };
          const seen = await turnAll(await board(store, inches, metres), time, roles, '.body', '.head span');
          expect(seen.wrong, where).to.deep.equal([]);
          const [short, long] = notices;
          const isEn = locale === 'en';
          expect(seen.names, where).to.contain(squeezed(isEn ? long?.bodyEn : long?.body));
          const heading = new RegExp(`${t('boards.notices.title')}\\d+/\\d+`, 'g');
          expect(seen.pages.join('').replace(heading, ''), where).to.contain(
            squeezed(isEn ? short?.titleEn : short?.title),
          );
        } finally {
          time.stop();
          unmountAll();
        }
      }
    });

  it('makes way where there is nothing to say on this screen', async () => {
    const store = new FakeStore({ nowMs: 1000 });
    const elsewhere = notice('elsewhere', { where: { kiosks: true, screens: [] } });
    store.put('centre', 'notice', elsewhere.id, elsewhere);
    let empty = 0;
    document.body.addEventListener('ll-board-empty', () => (empty += 1), { once: true });
    await board(store, 65, 5);
    expect(empty).to.equal(1);
  });
});
