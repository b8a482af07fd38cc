import { expect } from 'chai';
import { LlStaffPush } from '../../../../src/features/schedules/console/staff-push.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, consoleConfig, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

let store: FakeStore;
let card: LlStaffPush;

/** A television of the dining hall, so that a menu is meant for it. */
function screen(screenId: string, name: string, isPaired = true): void {
  const deviceId = id<'DeviceId'>(screenId);
  store
    .put('staff', 'device', screenId, {
      id: deviceId,
      kind: 'screen',
      name,
      place: '一楼',
      pairedAtMs: isPaired ? 1 : null,
      perhapsClonedAtMs: null,
    })
    .put('staff', 'deviceConfig', screenId, {
      ...consoleConfig,
      id: deviceId,
      kind: 'screen',
      canteenId: id<'CanteenId'>('main'),
    });
}
const press = async (name: string): Promise<void> => {
  button(card, name).click();
  await settled(card);
};
const buttons = (): readonly string[] =>
  deepAll(card, 'button').map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '');
const ticked = (): readonly string[] =>
  deepAll(card, 'input[type=checkbox]').flatMap((one) =>
    one instanceof HTMLInputElement && one.checked ? [one.labels?.[0]?.textContent?.trim() ?? ''] : [],
  );
const push = (screenId: string): Promise<RowOf<'push'> | undefined> =>
  store.query((view) => view.get('centre', 'push', screenId));
const ends = async (): Promise<readonly (number | undefined)[]> =>
  (await Promise.all(['dining-hall', 'second', 'third'].map(push))).map((one) => one?.untilMs);
const pushMenu = async (): Promise<void> => {
  await press('马上放…');
  await press('马上放');
};

beforeEach(async () => {
  await setLocale('zh-CN');
  store = staffStore(staff('canteen', '李师傅'));
  screen('dining-hall', '餐厅电视');
  screen('second', '二号电视');
  screen('third', '三号电视');
  card = await mount(new LlStaffPush(), { store });
  card.mayChange = true;
  await settled(card);
});
afterEach(async () => {
  unmountAll();
  await setLocale('zh-CN');
});

describe('what is pushed to several screens at once', () => {
  it('ends on all of them with one press: six screens were ended one by one, and the meal went on', async () => {
    await pushMenu();
    expect(await ends()).to.deep.equal([at(12, 30), at(12, 30), at(12, 30)]);
    await press('全部结束：餐厅电视、二号电视、三号电视');
    expect(await ends()).to.deep.equal([at(11, 2), at(11, 2), at(11, 2)]);
    expect(store.asked.filter(({ name }) => name === 'screen.unpush')).to.have.length(1);
    expect(deepAll(card, '.nothing').map((one) => one.textContent)).to.deep.equal([
      '没有临时放上去的，都按日程',
    ]);
  });

  it('still ends on one screen alone, and then all means those that are left', async () => {
    await pushMenu();
    await press('现在结束：二号电视');
    expect(await ends()).to.deep.equal([at(12, 30), at(11, 2), at(12, 30)]);
    await press('全部结束：餐厅电视、三号电视');
    expect(await ends()).to.deep.equal([at(11, 2), at(11, 2), at(11, 2)]);
  });

  it('is not ended together with what was put up otherwise', async () => {
    await pushMenu();
    const theirs = await push('third');
    if (theirs === undefined) throw new Error('nothing was pushed');
    store.put('centre', 'push', 'third', { ...theirs, by: '王老师' });
    await settled(card);
    await press('全部结束：餐厅电视、二号电视');
    expect(await ends()).to.deep.equal([at(11, 2), at(11, 2), at(12, 30)]);
    expect(
      store.asked[1]?.args,
      'theirs stays also where this console has not heard of it yet',
    ).to.deep.equal({
      screenIds: ['dining-hall', 'second'],
      which: { by: '李师傅', untilMs: at(12, 30) },
    });
    expect(buttons().filter((one) => one.startsWith('全部结束'))).to.deep.equal([]);
  });

  it('comes back when it was ended by mistake, but not over what a colleague has put up since', async () => {
    await pushMenu();
    await press('全部结束：餐厅电视、二号电视、三号电视');
    const ended = await push('third');
    if (ended === undefined) throw new Error('nothing was pushed');
    const theirs = { ...ended, by: '王老师', untilMs: at(12, 0), item: { show: 'clock' as const } };
    store.put('centre', 'push', 'third', theirs);
    await settled(card);
    await press('结束错了，放回去');
    expect(await ends()).to.deep.equal([at(12, 30), at(12, 30), at(12, 0)]);
    expect(await push('second')).to.deep.include({ item: { show: 'menu' } });
    expect(await push('third')).to.deep.equal(theirs);
    expect(buttons(), 'once is enough').not.to.include('结束错了，放回去');
  });

  it('stays a colleague’s when somebody else puts it back, and says who did: it was signed by whoever had ended it', async () => {
    await pushMenu();
    const mine = await push('second');
    if (mine === undefined) throw new Error('nothing was pushed');
    store.put('centre', 'push', 'second', { ...mine, by: '王老师' });
    await settled(card);
    await press('现在结束：二号电视');
    await press('结束错了，放回去');
    expect(await push('second')).to.deep.include({ by: '王老师', backBy: '李师傅', untilMs: at(12, 30) });
    const lines = deepAll(card, '.num').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(lines).to.include('王老师放上去的，到下午12:30 · 李师傅放回去的');
    expect(lines.filter((line) => line?.includes('放回去'))).to.have.length(1);
  });

  it('is accessible in both languages, and says there on which screens it ends', async () => {
    await pushMenu();
    await setLocale('en');
    await settled(card);
    expect(buttons()).to.include('End on all: 餐厅电视, 二号电视, 三号电视');
    await expectAccessible(card);
    await setLocale('zh-CN');
    await settled(card);
    await expectAccessible(card);
  });
});

describe('the screens that are ticked before anybody has', () => {
  it('are those that can show it: a menu was meant for one that is not paired, and was put nowhere', async () => {
    screen('second', '二号电视', false);
    await settled(card);
    await press('马上放…');
    expect(ticked()).to.deep.equal(['餐厅电视', '三号电视']);
    await press('马上放');
    expect(await push('second')).to.equal(undefined);
  });

  it('are none where the only one is not paired: nothing is said to be put up that cannot be', async () => {
    store.remove('staff', 'device', 'second');
    store.remove('staff', 'device', 'third');
    screen('dining-hall', '餐厅电视', false);
    await settled(card);
    await pushMenu();
    expect(await push('dining-hall')).to.equal(undefined);
    expect(deepAll(card, 'dialog[open] > .problem').map((one) => one.textContent?.trim())).to.deep.equal([
      '请选一块屏幕',
    ]);
  });
});
