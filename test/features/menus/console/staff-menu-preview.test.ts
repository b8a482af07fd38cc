import { expect } from 'chai';
import { LlStaffMenuPreview } from '../../../../src/features/menus/console/staff-menu-preview.ts';
import type { Offer } from '../../../../src/features/menus/model/menu.ts';
import { markReady } from '../../../../src/app/ready.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { at, dish, today } from '../../../support/kiosk-centre.ts';
import { deepAll, mount, unmountAll } from '../../../support/mount.ts';
import { screenConfig } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const names = [
  '红烧肉',
  '番茄炒蛋',
  '清蒸鲈鱼',
  '家常豆腐',
  '清炒油菜',
  '醋溜土豆丝',
  '紫菜蛋汤',
  '杂粮米饭',
];
const offer = (count: number): Offer => ({
  items: names.slice(0, count).map((name) => dish(name)),
  set: null,
  note: null,
});

describe('The board beside a menu that is being written', () => {
  let page: LlStaffMenuPreview;
  const words = (): string => (page.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const board = (): string => deepAll(page, 'll-board-menu')[0]?.shadowRoot?.textContent ?? '';

  async function open(count: number, screen = true): Promise<void> {
    const store = staffStore(staff('canteen'), at(9, 0));
    if (screen) store.put('staff', 'deviceConfig', 'dining-hall', screenConfig());
    page = new LlStaffMenuPreview();
    page.menuId = `${today}.lunch.main`;
    page.offer = offer(count);
    await mount(page, { store });
    markReady();
  }
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says that it fits, and from which dish on it is another page once it does not', async () => {
    await open(3);
    await until(() => words().includes('一页放得下'));
    expect(board()).to.contain('红烧肉').and.to.contain('清蒸鲈鱼');
    await expectAccessible(page);
    page.offer = offer(8);
    await until(() => words().includes('放不下'));
    const [, name = ''] = /从“(.+?)”起/.exec(words()) ?? [];
    expect(names.indexOf(name), 'the first dish of the second page').to.be.within(3, 6);
    expect(board(), 'the first page ends before it').not.to.contain(name);
  });

  it('says nothing of what fits on a television that speaks another language', async () => {
    await open(8);
    await until(() => words().includes('放不下'));
    await setLocale('en');
    await until(() => words().includes('shows Chinese'));
    expect(words()).not.to.match(/fit on|not fit|will look like this/);
  });

  it('is of the panel’s own proportions, and claims to be on no glass', async () => {
    const painted: Event[] = [];
    const note = (event: Event): void => void painted.push(event);
    document.addEventListener('ll-board-painted', note);
    await open(3);
    await until(() => words().includes('一页放得下'));
    document.removeEventListener('ll-board-painted', note);
    const frame = deepAll(page, '.frame')[0]?.getBoundingClientRect();
    expect((frame?.width ?? 0) / (frame?.height ?? 1)).to.be.closeTo(1920 / 1080, 0.01);
    expect(painted).to.deep.equal([]);
  });

  it('says so where no television shows that menu, instead of a panel nobody has', async () => {
    await open(3, false);
    expect(words()).to.contain('还没有放这个餐厅菜单的电视');
  });
});
