import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { Actor } from '../../../../src/kernel/mutation.ts';
import { menuId, type Menu, type MenuItem } from '../../../../src/features/menus/model/menu.ts';
import { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { device } from '../../../support/model-rows.ts';
import { menuItem, screenConfig } from '../../../support/rows.ts';
import { button, deepAll, focused, mount, settled, type, unmountAll } from '../../../support/mount.ts';

const canteen: Actor = {
  type: 'staff',
  deviceId: id('console-1'),
  centreId: id('sample'),
  accountId: id('li'),
  name: '李师傅',
  role: 'canteen',
};
const lunch = menuId('2026-11-22', 'lunch', 'main');

const item = (dishId: string, name: string, priceFen: number | null): MenuItem =>
  menuItem({ dishId: id(dishId), name, priceFen, drawing: 'meat' });
const pork = item('pork', '五花肉烩苋菜', 900);
const egg = item('egg', '番茄炒蛋', 500);
const rice = item('rice', '杂粮米饭', null);

const menu = (version: number, items: readonly MenuItem[], by = '李师傅'): Menu => ({
  id: lunch,
  date: '2026-11-22',
  meal: 'lunch',
  canteenId: id('main'),
  items: [...items],
  set: null,
  note: null,
  version,
  publishedAtMs: 1_000 + version,
  publishedBy: by,
});

const names = (editor: LlStaffMenuEditor): string[] =>
  deepAll(editor, 'll-staff-menu-line').map(
    (line) => line.shadowRoot?.querySelector('h3')?.textContent ?? '',
  );
const field = (editor: LlStaffMenuEditor, name: string, selector: string): HTMLInputElement => {
  const line = deepAll(editor, 'll-staff-menu-line')[names(editor).indexOf(name)];
  const found = line === undefined ? undefined : deepAll(line, selector)[0];
  if (!(found instanceof HTMLInputElement)) throw new Error(`no ${selector} at ${name}`);
  return found;
};
const text = (editor: LlStaffMenuEditor): string =>
  deepAll(editor, 'p, h2, li, mark')
    .map((one) => one.textContent ?? '')
    .join('\n');

async function open(store: FakeStore): Promise<LlStaffMenuEditor> {
  const editor = new LlStaffMenuEditor();
  editor.menuId = lunch;
  return mount(editor, { store });
}

describe('Writing a menu', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;

  beforeEach(async () => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen }).put('centre', 'menu', lunch, menu(12, [pork, egg, rice]));
    editor = await open(store);
  });
  afterEach(unmountAll);

  it('publishes a changed price upon the version it began with', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '5.5元');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(store.asked).to.have.length(1);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.version).to.equal(13);
    expect(published?.items[1]?.priceFen).to.equal(550);
    expect(text(editor)).to.contain('第13版');
  });

  it('publishes the photo of a dish that was chosen from the library, and offers none where there is none', async () => {
    const choices = () => deepAll(editor, 'select').filter((one) => one.id === 'photo');
    expect(choices()).to.be.empty;
    const photo = mediaRow({ title: '五花肉' });
    store.put('centre', 'media', photo.id, photo);
    await settled(editor);
    const [select] = choices();
    if (!(select instanceof HTMLSelectElement)) throw new Error('nothing to choose from');
    select.value = photo.id;
    select.dispatchEvent(new Event('change'));
    await settled(editor);
    await expectAccessible(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.items.map((one) => one.photo)).to.deep.equal([photo.id, null, null]);
  });

  it('does not publish a price that could mean two things, says what to do, and goes to the field', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '5,5');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(store.asked).to.be.empty;
    expect(text(editor)).to.contain('请填数字，如 9 或 9.5');
    expect(focused()).to.equal(field(editor, '番茄炒蛋', '#price'));
    expect(field(editor, '番茄炒蛋', '#price').getAttribute('aria-invalid')).to.equal('true');
  });

  it('asks once before a price leaps from 5 to 550: a slip would stand on the screen', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '550');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = () => store.query((view) => view.get('centre', 'menu', lunch));
    expect((await published())?.version, 'not before it was asked').to.equal(12);
    expect(text(editor)).to.contain('番茄炒蛋 5 → 550 元');
    button(editor, /^没错，发布/).click();
    await settled(editor);
    expect((await published())?.items[1]?.priceFen).to.equal(55_000);
  });

  it('asks for a short name where a television has no row for the whole one, and nowhere else', async () => {
    const long = item('long', '老北京风味京酱肉丝配荷叶饼与时令青菜', 1500);
    store.put('centre', 'menu', lunch, menu(13, [pork, long]));
    await settled(editor);
    expect(() => field(editor, '五花肉烩苋菜', '#short')).to.throw();
    expect(text(editor)).to.contain('菜名有 18 个字');
    type(field(editor, long.name, '#short'), ' 京酱肉丝 ');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.items[1]).to.deep.include({ name: long.name, shortName: '京酱肉丝' });
    await expectAccessible(editor);
  });

  it('asks for a short English name where the canteen’s televisions have no row for the English one', async () => {
    const pork = { ...item('pork', '五花肉烩苋菜', 900), nameEn: 'Pork belly with amaranth' };
    store.put('centre', 'menu', lunch, menu(13, [pork, egg]));
    await settled(editor);
    expect(() => field(editor, pork.name, '#short-en'), 'there is room for it').to.throw();
    const panel = { diagonalInches: 55, widthPx: 1920, heightPx: 1080 };
    store.put('staff', 'deviceConfig', 'dining-hall', screenConfig({ panel, distanceMm: 8000 }));
    await settled(editor);
    type(field(editor, pork.name, '#short-en'), ' Amaranth pork ');
    await settled(editor);
    await expectAccessible(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.items[0]).to.deep.include({ nameEn: pork.nameEn, shortNameEn: 'Amaranth pork' });
    expect(published?.items[1], 'nothing is asked of the others').not.to.have.property('shortNameEn');
  });

  it('takes a dish’s English name, and none again, as it takes the short ones', async () => {
    const line = () => deepAll(editor, 'll-staff-menu-line')[0] ?? editor;
    const turn = async (name: RegExp): Promise<void> => {
      button(line(), name).click();
      await settled(editor);
    };
    const published = async () =>
      (await store.query((view) => view.get('centre', 'menu', lunch)))?.items[0]?.nameEn;
    await turn(/英文名：还没有/);
    type(field(editor, pork.name, '#name-en'), ' Pork belly with amaranth ');
    await settled(editor);
    await expectAccessible(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(await published()).to.equal('Pork belly with amaranth');
    expect(button(line(), /英文名：Pork belly with amaranth/), 'it is said on the line').to.be.ok;
    type(field(editor, pork.name, '#name-en'), '  ');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(await published(), 'the Chinese name stands there again, and no blank').to.equal(null);
  });

  it('keeps in sight a short English name that stands on televisions though the whole one has become short', async () => {
    const named = { ...pork, nameEn: 'Stewed pork belly with fresh amaranth', shortNameEn: 'Amaranth pork' };
    store.put('centre', 'menu', lunch, menu(13, [named, egg]));
    await settled(editor);
    button(deepAll(editor, 'll-staff-menu-line')[0] ?? editor, /英文名：/).click();
    await settled(editor);
    type(field(editor, pork.name, '#name-en'), 'Beef');
    await settled(editor);
    expect(field(editor, pork.name, '#short-en').value).to.equal('Amaranth pork');
    type(field(editor, pork.name, '#short-en'), '');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const first = (await store.query((view) => view.get('centre', 'menu', lunch)))?.items[0];
    expect(first).to.deep.include({ nameEn: 'Beef', shortNameEn: null });
  });

  it('wants a small portion to be cheaper than the whole one', async () => {
    type(field(editor, '番茄炒蛋', '#small'), '5');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(text(editor)).to.contain('小份要比整份便宜');
  });

  it('brings a removed dish back to its place, by the keyboard alone', async () => {
    button(editor, '去掉 番茄炒蛋').click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['五花肉烩苋菜', '杂粮米饭']);
    expect(focused()?.textContent?.trim(), 'the focus is on undo').to.equal('撤销');
    (focused() as HTMLElement).click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['五花肉烩苋菜', '番茄炒蛋', '杂粮米饭']);
    expect(store.asked).to.be.empty;
  });

  it('moves a dish and keeps the focus on what moved it', async () => {
    button(editor, '番茄炒蛋 往上移').click();
    await settled(editor);
    expect(names(editor)[0]).to.equal('番茄炒蛋');
    expect(focused()?.getAttribute('aria-label'), 'at the top only down is left').to.equal('番茄炒蛋 往下移');
  });

  it('keeps what was written over a reload', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    unmountAll();
    editor = await open(store);
    expect(field(editor, '番茄炒蛋', '#price').value).to.equal('7');
  });

  it('takes over a dish sold out meanwhile without a question', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    store.put('centre', 'menu', lunch, menu(13, [{ ...pork, soldOut: true }, egg, rice]));
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.version).to.equal(14);
    expect(published?.items[0]?.soldOut, 'the guests are not offered what has run out').to.equal(true);
    expect(published?.items[1]?.priceFen).to.equal(700);
  });

  it('shows both versions when somebody else has published, and lets the person choose', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    store.put('centre', 'menu', lunch, menu(13, [pork, { ...egg, priceFen: 600 }, rice], '王经理'));
    await settled(editor);
    expect(text(editor)).to.contain('王经理 刚发布了第13版');
    expect(() => button(editor, /^发布/), 'nothing is overwritten by a slip').to.throw();
    button(editor, '用我改的').click();
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.version).to.equal(14);
    expect(published?.items[1]?.priceFen).to.equal(700);
  });

  it('goes on from what one has just published oneself: a quick second change is nobody else’s doing', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '5.5');
    await settled(editor);
    button(editor, /^发布/).click();
    type(field(editor, '五花肉烩苋菜', '#price'), '9.5');
    await settled(editor);
    expect(text(editor)).not.to.contain('您改的还没有发布');
    // The hub has written down when it took it.
    store.put('centre', 'menu', lunch, {
      ...menu(13, [pork, { ...egg, priceFen: 550 }, rice]),
      publishedAtMs: 5000,
    });
    await settled(editor);
    expect(text(editor)).not.to.contain('您改的还没有发布');
    button(editor, /^发布/).click();
    await settled(editor);
    const published = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(published?.version).to.equal(14);
    expect(published?.items.map(({ priceFen }) => priceFen)).to.deep.equal([950, 550, null]);
  });

  it('keeps a second change too when the hub found another version first', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '5.5');
    await settled(editor);
    button(editor, /^发布/).click();
    type(field(editor, '五花肉烩苋菜', '#price'), '9.5');
    await settled(editor);
    const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000001');
    store.setStatus({
      ended: [{ mid, name: 'menu.publish', result: { mid, status: 'conflict', current: 13 } }],
    });
    store.put('centre', 'menu', lunch, { ...menu(13, [pork, egg], '王经理'), publishedAtMs: 99_000 });
    await settled(editor);
    expect(field(editor, '五花肉烩苋菜', '#price').value).to.equal('9.5');
    expect(field(editor, '番茄炒蛋', '#price').value).to.equal('5.5');
    expect(text(editor)).to.contain('王经理 刚发布了第13版');
  });

  it('lets go of what was written when the person takes the published one', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    store.put('centre', 'menu', lunch, menu(13, [pork, { ...egg, priceFen: 600 }, rice], '王经理'));
    await settled(editor);
    button(editor, '用已发布的').click();
    await settled(editor);
    expect(field(editor, '番茄炒蛋', '#price').value).to.equal('6');
    expect(store.asked).to.be.empty;
  });

  it('brings the draft back when the hub found another version first', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    store.setStatus({ outbox: 1, link: 'away' });
    button(editor, /^发布/).click();
    await settled(editor);
    const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000001');
    const theirs = menu(13, [pork, { ...egg, priceFen: 600 }, rice], '王经理');
    store.setStatus({
      outbox: 0,
      link: 'live',
      ended: [{ mid, name: 'menu.publish', result: { mid, status: 'conflict', current: 13 } }],
    });
    store.put('centre', 'menu', lunch, { ...theirs, publishedAtMs: 99_000 });
    await settled(editor);
    expect(text(editor)).to.contain('王经理 刚发布了第13版');
    expect(field(editor, '番茄炒蛋', '#price').value, 'what was written is not lost').to.equal('7');
  });

  it('says how far a published menu has come, no further than is known', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    store.setStatus({ outbox: 1 });
    button(editor, /^发布/).click();
    await settled(editor);
    expect(text(editor)).to.contain('已保存到本机，1 条等着送出');
    store.setStatus({ outbox: 0 });
    await settled(editor);
    expect(text(editor)).to.contain('已发布，屏幕还没确认');
    const since = Date.UTC(2026, 10, 22, 3, 2, 0);
    const hall = device('dining-hall', 'screen');
    store.put('staff', 'device', 'dining-hall', { ...hall, pairedAtMs: since - 60_000 });
    store.put('staff', 'glass', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      showing: `menu:${lunch}@13`,
      sinceMs: since,
      confirmedMs: since,
    });
    await settled(editor);
    expect(text(editor)).to.contain('dining-hall正在显示');
    store.put('staff', 'device', 'dining-hall', { ...hall, pairedAtMs: null });
    await settled(editor);
    expect(text(editor), 'signed off').to.contain('放出来过，现在还在不在不清楚');
    store.put('staff', 'device', 'dining-hall', { ...hall, pairedAtMs: since + 1000 });
    await settled(editor);
    expect(text(editor), 'another set hangs there').to.contain('已发布，屏幕还没确认');
    store.put('staff', 'device', 'dining-hall', { ...hall, pairedAtMs: since - 60_000 });
    store.setStatus({ link: 'away' });
    await settled(editor);
    expect(text(editor), 'this console hears nothing').to.contain('放出来过，现在还在不在不清楚');
  });

  it('leaves no watch behind when it goes', () => {
    unmountAll();
    expect(store.watching).to.equal(0);
  });

  it('is accessible, with a conflict and problems on it too', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '5,5');
    await settled(editor);
    button(editor, /^发布/).click();
    store.put('centre', 'menu', lunch, menu(13, [pork, { ...egg, priceFen: 600 }, rice], '王经理'));
    await settled(editor);
    await expectAccessible(editor);
  });
});
