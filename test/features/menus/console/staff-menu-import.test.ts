import { expect } from 'chai';
import { LlStaffMenuImport } from '../../../../src/features/menus/console/staff-menu-import.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { beGlass } from '../../../support/camera.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { dishRow } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

// The store's day is Sunday 22 November 2026.
const plan = `第48周食谱（11月23日—11月27日）,,
,周一,周二
午餐,红烧肉18元、土豆丝5元,"番茄炒蛋、时令水果"
晚餐,同上,小米粥2元/碗
`;

describe('A plan that is brought as a file', () => {
  let store: FakeStore;
  let page: LlStaffMenuImport;
  const words = (): string => page.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
  const comes = (text: string): Promise<boolean> =>
    until(async () => {
      await settled(page);
      if (words().includes(text)) return true;
      throw new Error(`${text} is not in: ${words().slice(0, 600)}`);
    });
  const press = async (name: string | RegExp): Promise<void> => {
    button(page, name).click();
    await settled(page);
  };
  const choose = async (content: BlobPart, name = '食谱.csv'): Promise<void> => {
    await until(async () => {
      await settled(page);
      if (deepAll(page, '#file').length > 0) return true;
      throw new Error('no file is asked for');
    });
    const [field] = deepAll(page, '#file');
    if (!(field instanceof HTMLInputElement)) throw new Error('it is no field');
    const files = new DataTransfer();
    files.items.add(new File([content], name));
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
  };
  const type = async (label: string, text: string): Promise<void> => {
    const field = deepAll(page, 'input').find((one) => one.getAttribute('aria-label') === label);
    if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(page);
  };
  const drafts = async () =>
    ((await store.query((view) => view.list('staff', 'menuDraft'))) ?? []).map(
      ({ id, items }) => `${id}: ${items.map(({ name, priceFen }) => `${name} ${priceFen}`).join(', ')}`,
    );

  beforeEach(async () => {
    store = staffStore(staff('canteen'));
    for (const [name, priceFen] of [
      ['番茄炒蛋', 600],
      ['小米粥', 300],
    ] as const)
      store.put('centre', 'dish', name, dishRow({ id: id(name), name, priceFen, smallPriceFen: null }));
    page = await mount(new LlStaffMenuImport(), { store });
    page.open = true;
    await settled(page);
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('is shown first, with each doubtful cell by its address; it becomes drafts when somebody says so, and goes again', async () => {
    await choose(plan);
    await comes('读懂了 2 天、3 餐、5 道菜');
    expect(words()).to.contain('B4 同上').and.to.contain('没有价格').and.to.contain('没填价格，先不导入');
    expect(store.asked, 'nothing is saved yet').to.deep.equal([]);
    await expectAccessible(page);
    await type('时令水果 的价格（元）', '八块');
    expect(words()).to.contain('请填价格，如 12 或 8.5');
    await type('时令水果 的价格（元）', '3.5');
    await press('存成草稿，3 餐');
    await comes('3 餐已存成草稿，还没有发布');
    expect(await drafts()).to.deep.equal([
      '2026-11-23.lunch.main: 红烧肉 1800, 土豆丝 500',
      '2026-11-24.dinner.main: 小米粥 200',
      '2026-11-24.lunch.main: 番茄炒蛋 600, 时令水果 350',
    ]);
    await expectAccessible(page);
    await press('撤销这次导入');
    await comes('已经撤销');
    expect(await drafts()).to.deep.equal([]);
  });

  it('leaves out a day that is not wanted, and says what it takes the place of', async () => {
    await store.mutate('menu.draft', {
      menuId: menuId('2026-11-24', 'dinner', 'main'),
      ...{ items: [], set: null, note: null, baseVersion: 0 },
    });
    await choose(plan);
    await comes('会换掉王经理写的草稿');
    const day = deepAll(page, 'input').find((one) => one.getAttribute('aria-label')?.startsWith('周一'));
    day?.click();
    await settled(page);
    await press('存成草稿，2 餐');
    await comes('2 餐已存成草稿');
    expect((await drafts()).some((draft) => draft.includes('11-23'))).to.equal(false);
  });

  it('asks which week where the plan names no days, and reads it anew for another', async () => {
    await choose(',周一\n午餐,番茄炒蛋');
    await comes('表里没写日期，算哪一周的');
    const [week] = deepAll(page, '#week');
    if (!(week instanceof HTMLSelectElement)) throw new Error('no week is asked for');
    expect(week.value).to.equal('2026-11-23');
    week.value = '2026-11-30';
    week.dispatchEvent(new Event('change'));
    await settled(page);
    await press('存成草稿，1 餐');
    await comes('1 餐已存成草稿');
    expect(await drafts()).to.deep.equal(['2026-11-30.lunch.main: 番茄炒蛋 600']);
  });

  it('says what a file is that is no plan, and what to do about it', async () => {
    await choose('%PDF-1.7', '食谱.xlsx');
    await comes('这是 PDF，不是表格');
    await choose('员工,电话\n甲,123');
    await comes('没有读出菜单');
    expect(words()).not.to.contain('存成草稿，');
  });

  it('fits a telephone of 320 pixels in both languages, however long the names are', async () => {
    await beGlass(320, 640);
    try {
      const long = `${'长'.repeat(39)}1元、Supercalifragilisticexpialidociousfish 2元、时令水果`;
      await choose(`,周一\n午餐,${long}\n晚餐,同上`, `${'很长的名字'.repeat(12)}.csv`);
      for (const language of ['zh-CN', 'en'] as const) {
        await setLocale(language);
        await comes(language === 'en' ? 'Understood: 1 days, 1 meal' : '读懂了 1 天');
        const wide = deepAll(page, '.body *, dialog, button').filter(
          (part) => part.getBoundingClientRect().right > 320,
        );
        expect(
          wide.map((part) => `${part.localName}.${part.className} ${part.textContent?.slice(0, 30)}`),
        ).to.deep.equal([]);
      }
    } finally {
      await beGlass(800, 600);
    }
  });
});
