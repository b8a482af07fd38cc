import { expect } from 'chai';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { LlStaffSentElsewhere } from '../../../../src/features/menus/console/staff-sent-elsewhere.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { canteen, egg, field, lunch, menu, open, pork, text } from '../../../support/menu-editor.ts';
import { button, deepAll, focused, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';

const second = menuId('2026-11-22', 'lunch', 'second');
const main = { id: id<'CanteenId'>('main'), name: '餐厅' };
const other = { id: id<'CanteenId'>('second'), name: '社区食堂' };

describe('Where and when a menu goes', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;
  const menuIn = (of = lunch) => store.query((view) => view.get('centre', 'menu', of));
  const draftIn = (of = lunch) => store.query((view) => view.get('staff', 'menuDraft', of));
  const press = async (name: string | RegExp): Promise<void> => {
    button(editor, name).click();
    await settled(editor);
    await settled(editor);
  };
  const input = (selector: string): HTMLInputElement => {
    const [found] = deepAll(editor, selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`no ${selector}`);
    return found;
  };
  const tick = (): HTMLInputElement => {
    const [found] = deepAll(editor, 'll-staff-publish-how').flatMap((how) => deepAll(how, 'fieldset input'));
    if (!(found instanceof HTMLInputElement)) throw new Error('no other canteen');
    return found;
  };
  const setAt = async (typed: string): Promise<void> => {
    type(input('#at'), typed);
    await settled(editor);
    await press(/^定(好时间|在)/);
  };

  beforeEach(async () => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen, nowMs: at(9, 0) });
    store.put('centre', 'centre', 'sample', centreRow({ canteens: [main, other] }));
    store.put('centre', 'menu', lunch, menu(12, [{ ...pork, soldOut: true }, egg]));
    editor = await open(store);
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
  });
  afterEach(unmountAll);

  it('is its own canteen and those that are ticked, each upon what stands there; what has run out here has not there', async () => {
    store.put('centre', 'menu', second, { ...menu(4, [egg]), id: second, canteenId: other.id });
    await settled(editor);
    tick().click();
    await settled(editor);
    expect(text(editor), 'what it takes the place of is said before').to.contain('社区食堂现在是第4版');
    await expectAccessible(editor);
    await press('发布到餐厅、社区食堂');
    const [here, there] = [await menuIn(), await menuIn(second)];
    expect([here?.version, there?.version]).to.deep.equal([13, 5]);
    expect(here?.items.map(({ priceFen, soldOut }) => [priceFen, soldOut])).to.deep.equal([
      [900, true],
      [600, false],
    ]);
    expect(there?.items.map(({ priceFen, soldOut }) => [priceFen, soldOut])).to.deep.equal([
      [900, false],
      [600, false],
    ]);
    expect(text(editor)).to.contain('社区食堂：第5版 已发布');
    await expectAccessible(editor);
  });

  it('goes to another canteen later too, when nothing of it is changed any more', async () => {
    await press(/^发布/);
    tick().click();
    await settled(editor);
    await press('发布到社区食堂');
    expect([(await menuIn())?.version, (await menuIn(second))?.version]).to.deep.equal([13, 1]);
    expect(tick().checked, 'it is done').to.equal(false);
  });

  it('is a time: the hub has it as a draft that nobody is shown, and it says when it goes up', async () => {
    await press('定时发布');
    expect(input('#at').value, 'the next half hour, as early is over').to.equal('2026-11-22T09:30');
    await expectAccessible(editor);
    await setAt('2026-11-22T10:30');
    expect((await menuIn())?.version).to.equal(12);
    expect((await draftIn())?.due).to.deep.equal({ atMs: at(10, 30), by: '李师傅', upon: 12 });
    expect(deepAll(editor, '#at')).to.be.empty;
    type(field(editor, '番茄炒蛋', '#price'), '6.5');
    await settled(editor);
    await press('改好，仍在 上午10:30 发布');
    const kept = await draftIn();
    expect([kept?.items[1]?.priceFen, kept?.due?.atMs]).to.deep.equal([650, at(10, 30)]);
  });

  it('is asked alone: what else may be done with it waits, and is there again when no time is wanted', async () => {
    const offered = (): readonly string[] =>
      deepAll(editor, 'll-staff-publish-bar').flatMap((bar) =>
        deepAll(bar, 'button').map((one) => one.textContent?.trim() ?? ''),
      );
    const before = ['发布 第13版', '定时发布', '存草稿', '不改了'];
    expect(offered()).to.deep.equal(before);
    await press('定时发布');
    expect(focused()?.id).to.equal('at');
    expect(offered()).to.deep.equal(['定在 上午9:30 发布', '不定时间了']);
    await press('不定时间了');
    expect(offered()).to.deep.equal(before);
    expect(focused()?.id, 'whoever goes by keys is where they were').to.equal('time');
  });

  it('is no time that is over, none at all, and none after that day; each says so at the field', async () => {
    await press('定时发布');
    for (const [typed, said] of [
      ['2026-11-22T08:59', '已经过了'],
      ['', '请选哪一天'],
      ['2026-11-23T07:00', '请选早一点'],
    ] as const) {
      await setAt(typed);
      expect(text(editor)).to.contain(said);
    }
    await expectAccessible(editor);
    expect(store.asked).to.be.empty;
  });

  it('asks of a price that leaps for the same time: a yes publishes nothing at once', async () => {
    type(field(editor, '番茄炒蛋', '#price'), '550');
    await settled(editor);
    await press('定时发布');
    await setAt('2026-11-22T10:30');
    expect(store.asked).to.be.empty;
    await press('没错，定在 上午10:30 发布');
    expect(store.asked.map(({ name }) => name)).to.deep.equal(['menu.publishAt']);
  });

  it('says of each other canteen where it was not published, and leads to it', async () => {
    const there = new LlStaffSentElsewhere();
    const mid = id<'Mid'>('sent-there');
    there.sent = [{ mid, name: '社区食堂', menuId: second, version: 5, atMs: null }];
    store.setStatus({
      ended: [{ mid, name: 'menu.publish', result: { mid, status: 'conflict', current: 6 } }],
    });
    await mount(there, { store });
    expect(deepAll(there, 'p').map((one) => one.textContent?.trim())[0]).to.contain(
      '社区食堂没有发成：刚有人改过',
    );
    expect(deepAll(there, 'a').map((one) => one.getAttribute('href'))).to.deep.equal([`#menu/${second}`]);
    await expectAccessible(there);
  });
});
