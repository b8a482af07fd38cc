import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { device } from '../../../support/model-rows.ts';
import {
  canteen,
  egg,
  field,
  item,
  lunch,
  menu,
  names,
  open,
  pork,
  rice,
  text,
  unfold,
} from '../../../support/menu-editor.ts';
import { dishRow, screenConfig } from '../../../support/rows.ts';
import { button, deepAll, focused, settled, type, unmountAll } from '../../../support/mount.ts';

describe('Writing a menu', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;

  beforeEach(async () => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen }).put('centre', 'menu', lunch, menu(12, [pork, egg, rice]));
    editor = await open(store);
    await unfold(editor);
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

  it('calls what is written over a published menu no published one: as changed, then as a draft', async () => {
    const chip = (): string => deepAll(editor, '.chip')[0]?.textContent?.trim() ?? '';
    expect(chip()).to.equal('已发布 第12版');
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    expect(chip()).to.equal('改了，还没发布');
    button(editor, '存草稿').click();
    await settled(editor);
    expect(chip()).to.equal('草稿');
    button(editor, /^发布/).click();
    await settled(editor);
    expect(chip()).to.equal('已发布 第13版');
  });

  it('throws a draft away that nobody wants, and has it back', async () => {
    const price = (): string => field(editor, '番茄炒蛋', '#price').value;
    const drafted = () => store.query((view) => view.get('staff', 'menuDraft', lunch));
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    button(editor, '存草稿').click();
    await settled(editor);
    button(editor, '不要草稿').click();
    await settled(editor);
    expect([await drafted(), price()]).to.deep.equal([undefined, '5']);
    button(editor, '恢复').click();
    await settled(editor);
    expect(price()).to.equal('6');
    button(editor, '存草稿').click();
    await settled(editor);
    expect((await drafted())?.items[1]?.priceFen).to.equal(600);
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

  it('asks after a new price whether it lasts, and then has it on the menus to come too', async () => {
    const dish = dishRow({ id: id('egg'), name: '番茄炒蛋', priceFen: 500 });
    const friday = { ...menu(3, [egg]), id: id<'MenuId'>('2026-11-27.lunch.main'), date: '2026-11-27' };
    store.put('centre', 'dish', dish.id, dish).put('centre', 'menu', friday.id, friday);
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    expect(text(editor)).to.contain('番茄炒蛋 5 → 6 元。以后的菜单也改吗？');
    await expectAccessible(editor);
    button(editor, '以后都改').click();
    await settled(editor);
    expect(text(editor)).not.to.contain('以后的菜单也改吗');
    const later = await store.query((view) => view.get('centre', 'menu', friday.id));
    const kept = await store.query((view) => view.get('centre', 'dish', dish.id));
    expect([later?.items[0]?.priceFen, kept?.priceFen]).to.deep.equal([600, 600]);
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
    await unfold(editor);
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
    const line = () => deepAll(editor, 'll-staff-dish-names')[0] ?? editor;
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
    button(deepAll(editor, 'll-staff-dish-names')[0] ?? editor, /英文名：/).click();
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

  it('says that an older hub keeps the publication for its upgrade, and not that it is published', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000001');
    store.setStatus({ ended: [{ mid, name: 'menu.publish', result: { mid, status: 'held' } }] });
    store.put('centre', 'menu', lunch, menu(12, [pork, egg, rice]));
    await settled(editor);
    expect(text(editor))
      .to.contain('主机还不认识这项改动，升级后会自动补做')
      .and.not.to.contain('已发布，屏幕');
    expect(field(editor, '番茄炒蛋', '#price').value, 'what was written is here').to.equal('7');
  });

  it('takes no screen for its own that shows what ran out before the publication came to the hub', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    button(editor, /^发布/).click();
    await settled(editor);
    const sinceMs = Date.UTC(2026, 10, 22, 3, 2, 0);
    const hall = id<'DeviceId'>('dining-hall');
    const shows = (version: number) =>
      store.put('staff', 'glass', hall, {
        id: hall,
        showing: `menu:${lunch}@${version}`,
        sinceMs,
        confirmedMs: sinceMs,
      });
    // Version 13 said that the rice has run out; this came after it.
    const items = [pork, { ...egg, priceFen: 700 }, { ...rice, soldOut: true }];
    store.put('centre', 'menu', lunch, menu(14, items));
    store.put('staff', 'device', hall, { ...device('dining-hall', 'screen'), pairedAtMs: sinceMs - 60_000 });
    shows(13);
    await settled(editor);
    expect(text(editor)).to.contain('第14版 已发布，屏幕还没确认').and.not.to.contain('正在显示');
    shows(14);
    await settled(editor);
    expect(text(editor)).to.contain('dining-hall正在显示');
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
