import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
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
} from '../../../support/menu-editor.ts';
import { button, settled, type, unmountAll } from '../../../support/mount.ts';
import { dishRow } from '../../../support/rows.ts';

describe('Two people at one menu', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;
  const published = () => store.query((view) => view.get('centre', 'menu', lunch));

  beforeEach(async () => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen }).put('centre', 'menu', lunch, menu(12, [pork, egg, rice]));
    editor = await open(store);
  });
  afterEach(unmountAll);

  it('keep what the other has done to other dishes: it comes in by itself, is said, and is published with mine', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    const fish = item('fish', '清蒸鲈鱼', 1800);
    store.put(
      'centre',
      'menu',
      lunch,
      menu(14, [{ ...pork, priceFen: 1000 }, egg, { ...rice, soldOut: true }, fish], '王经理'),
    );
    await settled(editor);
    expect(text(editor)).to.contain('王经理 刚改的已经合进来：五花肉烩苋菜的价格改成 10 元、加了清蒸鲈鱼');
    await expectAccessible(editor);
    button(editor, '知道了').click();
    await settled(editor);
    expect(text(editor)).not.to.contain('合进来');
    button(editor, /^发布/).click();
    await settled(editor);
    const { version, items } = (await published()) ?? menu(0, []);
    expect(version).to.equal(15);
    expect(items.map(({ priceFen, soldOut }) => [priceFen, soldOut])).to.deep.equal([
      [1000, false],
      [700, false],
      [null, true],
      [1800, false],
    ]);
  });

  it('see each other while both write, and nobody is told of whom the hub is not heard of', async () => {
    const now = store.nowMs ?? 0;
    store.put('staff', 'menuEditing', 'office', {
      id: id<'DeviceId'>('office'),
      menuId: lunch,
      by: '王经理',
      atMs: now - 30_000,
    });
    await settled(editor);
    expect(text(editor)).to.contain('王经理也在改这份菜单');
    expect(store.reports, 'who only looks is not at it').to.deep.equal([]);
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    expect(store.reports).to.deep.equal([{ type: 'menuEditing', menuId: lunch }]);
    store.setStatus({ link: 'away' });
    await settled(editor);
    expect(text(editor)).not.to.contain('也在改');
    unmountAll();
    expect(store.reports.at(-1)).to.deep.equal({ type: 'menuEditing', menuId: null });
  });

  it('are asked whose whole menu it is where there was none that both began from', async () => {
    unmountAll();
    store.remove('centre', 'menu', lunch);
    store.put('centre', 'dish', 'fish', dishRow({ id: id('fish'), name: '清蒸鲈鱼' }));
    editor = await open(store);
    button(editor, /加一道菜/).click();
    await settled(editor);
    button(editor, /清蒸鲈鱼/).click();
    await settled(editor);
    store.put('centre', 'menu', lunch, menu(1, [pork], '王经理'));
    await settled(editor);
    expect(() => button(editor, /^发布/)).to.throw();
    button(editor, '用我改的').click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['清蒸鲈鱼']);
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
    button(editor, '用我的：7 元').click();
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
    expect(names(editor)).to.deep.equal(['五花肉烩苋菜', '番茄炒蛋']);
    expect(text(editor)).to.contain('王经理 刚改的已经合进来：去掉了杂粮米饭');
  });

  it('lets go of what was written when the person takes the published one', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '7');
    store.put('centre', 'menu', lunch, menu(13, [pork, { ...egg, priceFen: 600 }, rice], '王经理'));
    await settled(editor);
    button(editor, '用王经理的：6 元').click();
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
});
