import { expect } from 'chai';
import { LlStaffWeek } from '../../../../src/features/menus/console/week/staff-week.ts';
import { menuPicture, rowsOf } from '../../../../src/features/menus/console/week/menu-picture.ts';
import { menuText } from '../../../../src/features/menus/console/week/menu-text.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/kiosk-texts.ts';
import '../../../../src/i18n/staff-texts.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, dish, menuOf, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { sampleStore } from '../../../support/sample-centre.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

/** The day after tomorrow's week has this Sunday's lunch a week before it. */
const NEXT_SUNDAY = '2026-11-29';
/** The sample centre has menus for each of its days. */
const NEXT_WEEK = '2026-11-25';

describe('The week of menus', () => {
  let store: FakeStore;
  let page: LlStaffWeek;
  const words = (): string =>
    deepAll(page, 'h2, h3, p, a, button, b, .chip')
      .map((one) => one.textContent ?? '')
      .join('\n')
      .replace(/\s+/g, ' ');
  const press = async (name: string | RegExp): Promise<void> => {
    const pressed = button(page, name);
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }));
    await settled(page);
  };
  const draftOf = (date: string, meal = 'lunch') =>
    store.query((view) => view.get('staff', 'menuDraft', `${date}.${meal}.main`));

  beforeEach(async () => {
    store = staffStore(staff('canteen', '李师傅'), at(11, 2));
    page = new LlStaffWeek();
    page.day = NEXT_SUNDAY;
    await mount(page, { store });
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('takes last week into the empty meals as drafts, says how many, and takes it back', async () => {
    expect(words()).to.contain('照上周抄，空着的 1 餐');
    await press(/^照上周抄/);
    expect(words()).to.contain('照上周抄了 1 餐，是草稿，还没发布');
    const drafted = await draftOf(NEXT_SUNDAY);
    expect(drafted?.items.map(({ soldOut }) => soldOut)).to.deep.equal([false, false]);
    await expectAccessible(page);
    await press('撤销');
    expect(await draftOf(NEXT_SUNDAY)).to.equal(undefined);
    expect(words()).to.contain('照上周抄，空着的 1 餐');
  });

  it('does not call for what was only a draft when its day went by', async () => {
    const yesterday = addDays(today, -1);
    const { publishedAtMs: _at, publishedBy: _by, ...offer } = menuOf(yesterday, 'lunch', [dish('番茄炒蛋')]);
    store.put('staff', 'menuDraft', `${yesterday}.lunch.main`, { ...offer, savedBy: '李师傅', savedAtMs: 1 });
    page.day = yesterday;
    await settled(page);
    const chips = deepAll(page, '.chip').map((one) => one.textContent ?? '');
    expect(chips).to.contain('没发布').and.not.to.contain('草稿');
  });

  it('calls what is written over a published meal a draft: guests read the other dishes', async () => {
    const { publishedAtMs: _at, publishedBy: _by, ...offer } = menuOf(today, 'lunch', [dish('红烧肉')]);
    store.put('centre', 'menu', offer.id, menuOf(today, 'lunch', [dish('番茄炒蛋')]));
    store.put('staff', 'menuDraft', offer.id, { ...offer, savedBy: '李师傅', savedAtMs: 1 });
    page.day = today;
    await settled(page);
    const cell = deepAll(page, '.cell').find(({ textContent }) => textContent?.includes('红烧肉'));
    expect(cell?.textContent).to.contain('草稿').and.not.to.contain('已发布');
  });

  it('carries a meal to another day by keys alone, and Escape puts it back', async () => {
    await press(/^照上周抄/);
    await press(/^搬动：周日/);
    expect(words()).to.contain('放到哪一餐？');
    page.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(page);
    expect(words()).not.to.contain('放到哪一餐？');
    await press(/^搬动：周日/);
    await expectAccessible(page);
    await press(/^放这里：周六 11月28日午饭/);
    expect(words()).to.contain('搬到了周六 11月28日午饭，是草稿');
    expect([await draftOf(NEXT_SUNDAY), (await draftOf('2026-11-28'))?.items.length]).to.deep.equal([
      undefined,
      2,
    ]);
  });

  it('offers no published meal as a place: what guests see is not changed from here', async () => {
    page.day = today;
    await settled(page);
    const dinner = menuOf(today, 'dinner', [dish('白粥')]);
    store.put('staff', 'menuDraft', dinner.id, { ...dinner, savedBy: '李师傅', savedAtMs: 0 });
    await settled(page);
    await press(/^搬动：周日 11月22日晚饭/);
    const places = deepAll(page, 'button').map((one) => one.getAttribute('aria-label') ?? '');
    expect(places.filter((one) => one.startsWith('放这里')).join()).not.to.contain('午饭');
  });

  it('gives a day to a chat group as words and as a picture, each dish with its price', async () => {
    const lunch = menuOf(today, 'lunch', [dish('番茄炒蛋'), dish('清蒸鲈鱼', { soldOut: true })]);
    const text = menuText(today, [lunch], '乐龄中心');
    expect(text).to.match(/^乐龄中心 11月22日 星期日\n\n【午饭】\n番茄炒蛋 \d+ 元/);
    expect(text).to.contain('清蒸鲈鱼（卖完了）');
    const picture = await menuPicture(today, [lunch], '乐龄中心');
    expect(picture?.type).to.equal('image/png');
    const { width, height } = await createImageBitmap(picture ?? new Blob());
    expect([width, height > 400]).to.deep.equal([1080, true]);
    expect(rowsOf('Peking duck with pancakes', (row) => row.length <= 12)).to.deep.equal([
      'Peking duck',
      'with',
      'pancakes',
    ]);
    expect(rowsOf('老北京京酱肉丝', (row) => row.length <= 4)).to.deep.equal(['老北京京', '酱肉丝']);
    page.day = today;
    await settled(page);
    await press('分享 11月22日 的菜单');
    await until(() => deepAll(page, 'img').length === 1);
    await expectAccessible(page);
    navigator.clipboard.writeText = () => Promise.resolve();
    await press('复制文字');
    const said = await until(() => deepAll(page, '[slot=actions]').find((one) => one.textContent !== ''));
    expect(said.textContent, 'beside the button, above the fold').to.contain('可以贴到群里');
  });

  it('tells a chat group what the set meal costs, in one language', async () => {
    const set = {
      name: '今日套餐',
      nameEn: "Today's set",
      priceFen: 1200,
      text: '一荤两素',
      textEn: 'One meat dish',
    };
    const lunch = {
      ...menuOf(today, 'lunch', [dish('番茄炒蛋', { nameEn: 'Tomato and egg', soldOut: true })]),
      set,
    };
    const offered = { ...lunch, note: '主食免费续', noteEn: 'Rice is refilled free' };
    expect(menuText(today, [offered], '乐龄中心')).to.contain('今日套餐 12 元：一荤两素');
    await setLocale('en');
    const text = menuText(today, [offered], 'Leling');
    expect(text).to.contain("Today's set 12 yuan: One meat dish");
    expect(text).to.contain('Tomato and egg (sold out) 9 yuan/portion');
    expect(text).not.to.match(/[\u3000-\u9fff\uff00-\uffef]/);
  });

  it('prints the week on one sheet of A4 with its edges, in English too', async () => {
    unmountAll();
    store = sampleStore(at(11, 2));
    page = new LlStaffWeek();
    page.day = NEXT_WEEK;
    await mount(page, { store });
    const own = window.print.bind(window);
    const papers: string[] = [];
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      const [paper] = deepAll(document.body, 'll-print-sheet');
      if (paper === undefined) return;
      paper.style.cssText =
        'display: block; position: absolute; left: 0; width: 273mm; font-family: sans-serif';
      const mm = paper.offsetWidth / 273;
      const edge = deepAll(paper, 'table')[0]?.getBoundingClientRect().right ?? Infinity;
      expect(paper.offsetHeight / mm, 'as high as the sheet').to.be.below(186);
      expect(edge, 'the last line is drawn whole').to.be.below(paper.getBoundingClientRect().right);
      papers.push((paper.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));
      dispatchEvent(new Event('afterprint'));
    };
    try {
      await press('打印这一周');
      await setLocale('en');
      await settled(page);
      await press('Print this week');
    } finally {
      window.print = own;
    }
    expect(papers[0]).to.contain('今日套餐 12 元').and.to.contain('周日');
    expect(papers[1]).to.contain("Today's set ¥12").and.not.to.contain('今日套餐');
  });
});
