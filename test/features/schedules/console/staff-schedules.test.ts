import { expect } from 'chai';
import { LlStaffPush } from '../../../../src/features/schedules/console/staff-push.ts';
import { LlStaffSchedules } from '../../../../src/features/schedules/console/staff-schedules.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { health } from '../../../support/model-rows.ts';
import {
  button,
  deepAll,
  mount,
  settled,
  toldInSheet,
  unmountAll,
  consoleConfig,
} from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

let store: FakeStore;
let card: LlStaffSchedules | LlStaffPush;

const words = (): string =>
  deepAll(card, 'p, h3, li, .chip')
    .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .join(' ');
const press = async (name: string | RegExp): Promise<void> => {
  button(card, name).click();
  await settled(card);
};
/** The field of a label, among those that are open. */
const field = (label: string | RegExp): HTMLInputElement | HTMLSelectElement => {
  const named = (one: HTMLElement): string =>
    one.getAttribute('aria-label') ??
    (one instanceof HTMLInputElement || one instanceof HTMLSelectElement
      ? [...(one.labels ?? [])].map((label) => label.textContent?.trim()).join(' ')
      : '');
  const found = deepAll(card, 'input, select').find((one) =>
    typeof label === 'string' ? named(one) === label : label.test(named(one)),
  );
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`no field ${label}`);
};
const fill = async (label: string | RegExp, value: string): Promise<void> => {
  const one = field(label);
  one.value = value;
  one.dispatchEvent(new Event('input', { bubbles: true }));
  one.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(card);
};
const tick = async (label: string | RegExp): Promise<void> => {
  field(label).click();
  await settled(card);
};
const schedule = (screenId = 'dining-hall'): Promise<RowOf<'schedule'> | undefined> =>
  store.query((view) => view.get('centre', 'schedule', screenId));
const push = (screenId = 'dining-hall'): Promise<RowOf<'push'> | undefined> =>
  store.query((view) => view.get('centre', 'push', screenId));

beforeEach(async () => {
  await setLocale('zh-CN');
  store = staffStore(staff('canteen', '李师傅'));
  store.put('staff', 'deviceConfig', 'dining-hall', {
    ...consoleConfig,
    id: id<'DeviceId'>('dining-hall'),
    kind: 'screen',
    canteenId: id<'CanteenId'>('main'),
  });
  store.put('staff', 'device', 'corridor', {
    id: id<'DeviceId'>('corridor'),
    kind: 'screen',
    name: '走廊电视',
    place: '一楼',
    pairedAtMs: 1,
    perhapsClonedAtMs: null,
  });
});
afterEach(async () => {
  unmountAll();
  localStorage.clear();
  await setLocale('zh-CN');
});

describe('the schedules of screens on the console', () => {
  beforeEach(async () => {
    card = await mount(new LlStaffSchedules(), { store });
    card.mayChange = true;
    await settled(card);
  });

  it('say what each screen ought to show now and what comes next', () => {
    expect(words()).to.match(/餐厅电视 现在该放：菜单 今天 下午1:00 起：今天的活动/);
    expect(words()).to.match(/走廊电视 现在该放：今天的活动 一天之内不变 没有日程，放今天的活动/);
  });

  it('of a group that no screen is in any more can still be taken away: what is in one cannot be deleted', async () => {
    store.put('centre', 'schedule', 'group:old', { id: id<'DeviceId'>('group:old'), dayparts: [] });
    await settled(card);
    expect(words()).to.contain('“old”组的屏幕 现在没有屏幕在这一组');
    await press('改日程：“old”组的屏幕');
    await press('不要日程，按开饭时间');
    expect(await schedule('group:old')).to.equal(undefined);
    expect(words()).not.to.contain('old');
  });

  it('call what a newer build has planned something new, never by its code word', async () => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7];
    const dayparts = JSON.parse(JSON.stringify([{ weekdays, from: '10:00', to: '13:00', show: 'hologram' }]));
    store.put('centre', 'schedule', 'dining-hall', { id: id<'DeviceId'>('dining-hall'), dayparts });
    await settled(card);
    await press('改日程：餐厅电视');
    expect(words()).to.contain('新的内容');
    expect(words()).not.to.match(/hologram|staff\./);
  });

  it('take a part of the day, change it, remove it, and take each of that back', async () => {
    await press('改日程：餐厅电视');
    await press('加一段时间');
    await fill('放什么', 'clock');
    await fill('从', '15:00');
    await fill('到', '17:00');
    await tick('周日');
    await press('保存');
    expect((await schedule())?.dayparts[1]).to.deep.equal({
      show: 'clock',
      weekdays: [1, 2, 3, 4, 5, 6],
      from: '15:00',
      to: '17:00',
    });
    await press(/^改：.*时钟和日历$/);
    await fill('什么时候', 'dinner');
    await press('保存');
    expect((await schedule())?.dayparts[1]).to.include({ show: 'clock', meal: 'dinner', from: '17:00' });
    await press(/^删掉：.*时钟和日历$/);
    expect((await schedule())?.dayparts).to.have.length(1);
    await press('撤销刚才的改动');
    expect((await schedule())?.dayparts[1]).to.include({ meal: 'dinner' });
    await press('撤销刚才的改动');
    await press('撤销刚才的改动');
    expect((await schedule())?.dayparts).to.deep.equal([
      { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '13:00', show: 'menu' },
    ]);
  });

  it('begin, where there is none, with the meals: quiet hours alone took the menu off the screen', async () => {
    await press('改日程：餐厅电视');
    await press('不要日程，按开饭时间');
    await press('加一段时间');
    await fill('放什么', 'dark');
    await press('保存');
    const parts = (await schedule())?.dayparts.map(({ from, show, meal }) => `${from} ${meal ?? show}`);
    expect(parts).to.deep.equal(['11:00 lunch', '17:00 dinner', '21:00 dark']);
    await press('撤销刚才的改动');
    expect(await schedule()).to.equal(undefined);
  });

  it('refuse a part that begins and ends at the same minute, and say so', async () => {
    await press('改日程：餐厅电视');
    await press('加一段时间');
    await fill('从', '15:00');
    await fill('到', '15:00');
    await press('保存');
    expect((await schedule())?.dayparts).to.have.length(1);
    expect(words()).to.contain('请填好开始和结束的时间');
  });

  it('say over the page that a part was not saved: behind the sheet nobody reads it', async () => {
    await press('改日程：餐厅电视');
    await press('加一段时间');
    store.nextAnswer = { ok: false, status: 'conflict', code: 'conflict', detail: '' };
    await press('保存');
    expect(toldInSheet(card)).to.deep.equal(['别人刚改过这份日程，请看一眼再改']);
    await press('不用了');
    await press('加一段时间');
    expect(toldInSheet(card), 'of what is asked anew').to.deep.equal([]);
  });

  it('change the part that was opened, also when a colleague has meanwhile put others before it', async () => {
    const every = [1, 2, 3, 4, 5, 6, 7];
    const [early, lunch, late] = (['08:00', '10:00', '15:00'] as const).map((from) => ({
      ...{
        weekdays: every,
        from,
        to: '16:00',
        show: from === '10:00' ? ('menu' as const) : ('clock' as const),
      },
    }));
    if (early === undefined || lunch === undefined || late === undefined) throw new Error('no parts');
    const stands = async (...dayparts: RowOf<'schedule'>['dayparts']): Promise<void> => {
      store.put('centre', 'schedule', 'dining-hall', { id: id<'DeviceId'>('dining-hall'), dayparts });
      await settled(card);
    };
    await stands(early, lunch);
    await press('改日程：餐厅电视');
    await press(/^改：.*菜单$/);
    await fill('到', '14:00');
    await stands(lunch, late);
    expect(field('到').value, 'what is typed stays').to.equal('14:00');
    await press('保存');
    expect((await schedule())?.dayparts).to.deep.equal([{ ...lunch, to: '14:00' }, late]);
  });

  it('never overwrite another part for one that a colleague has taken away: they say so, and keep what is typed', async () => {
    await press('改日程：餐厅电视');
    await press(/^改：.*菜单$/);
    await fill('到', '14:00');
    const other = { weekdays: [1], from: '15:00', to: '16:00', show: 'clock' as const };
    store.put('centre', 'schedule', 'dining-hall', { id: id<'DeviceId'>('dining-hall'), dayparts: [other] });
    await settled(card);
    await press('保存');
    expect((await schedule())?.dayparts).to.deep.equal([other]);
    expect(toldInSheet(card).join(''), 'and what to do').to.match(/别人.*加成新的一段/);
    expect(field('到').value).to.equal('14:00');
    await press('加成新的一段');
    const kept = (await schedule())?.dayparts ?? [];
    expect(kept.map(({ from, to }) => `${from} ${to}`)).to.deep.equal(['10:00 14:00', '15:00 16:00']);
  });

  it('take one’s own next change while the one before is still on its way: nobody else is said to have changed it', async () => {
    await press('改日程：餐厅电视');
    button(card, /^删掉：/).click();
    const otherwise = field('别的时候放什么');
    otherwise.value = 'welcome';
    otherwise.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(card);
    expect(await schedule()).to.deep.include({ dayparts: [], default: { show: 'welcome' } });
    expect(words()).not.to.contain('别人刚改过');
    await press('撤销刚才的改动');
    expect(await schedule()).to.have.nested.property('dayparts.length', 0);
    expect(await schedule()).not.to.deep.include({ default: { show: 'welcome' } });
    await press('撤销刚才的改动');
    expect((await schedule())?.dayparts).to.have.length(1);
  });

  it('never take back with one’s own change what a colleague has saved since: they say so, and theirs stays', async () => {
    await press('改日程：餐厅电视');
    await fill('别的时候放什么', 'welcome');
    const mine = await schedule();
    if (mine === undefined) throw new Error('not saved');
    const theirs = { ...mine, default: { show: 'clock' as const }, version: (mine.version ?? 0) + 1 };
    store.put('centre', 'schedule', 'dining-hall', theirs);
    await settled(card);
    await press('撤销刚才的改动');
    expect(await schedule()).to.deep.equal(theirs);
    expect(words()).to.contain('别人刚改过这份日程，请看一眼再改');
    expect(
      deepAll(card, 'button').some((one) => one.textContent?.includes('撤销')),
      'nothing of mine',
    ).to.equal(false);
  });

  it('take several things by turns, and what is shown otherwise', async () => {
    await press('改日程：走廊电视');
    await press('加一段时间');
    await press('再加一样，轮流放');
    await fill('每样放多少秒', '45');
    await press('保存');
    await fill('别的时候放什么', 'welcome');
    const saved = await schedule('corridor');
    expect(saved?.dayparts[0]?.turns).to.deep.equal([
      { show: 'menu', seconds: 45 },
      { show: 'clock', seconds: 45 },
    ]);
    expect(saved?.default).to.deep.equal({ show: 'welcome' });
    expect(words()).to.contain('轮流放：菜单、时钟和日历');
  });

  it('go to other screens as they are, and go away', async () => {
    await press('改日程：餐厅电视');
    await press('别的屏幕也这样');
    await tick('走廊电视');
    await press('就这样');
    expect((await schedule('corridor'))?.dayparts).to.deep.equal((await schedule())?.dayparts);
    await press('改日程：走廊电视');
    await press('不要日程，放今天的活动');
    expect(await schedule('corridor'), 'nothing is eaten in the corridor').to.equal(undefined);
    await press('改日程：餐厅电视');
    await press('不要日程，按开饭时间');
    expect(await schedule()).to.equal(undefined);
    await press('撤销刚才的改动');
    expect((await schedule())?.dayparts).to.have.length(1);
  });

  it('are accessible in both languages while they are changed', async () => {
    await press('改日程：餐厅电视');
    await press('加一段时间');
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      await settled(card);
      await expectAccessible(card);
    }
  });
});

describe('what is pushed from the console', () => {
  beforeEach(async () => {
    card = await mount(new LlStaffPush(), { store });
    card.mayChange = true;
    await settled(card);
  });

  it('stands till the end of the meal, is said to be there once the glass says so, and ends when told', async () => {
    await press('马上放…');
    await fill('放什么', 'welcome');
    await fill(/^写什么/, '欢迎检查团');
    await tick('餐厅电视');
    await tick(/^午饭结束/);
    await press('马上放');
    const pushed = await push();
    expect(pushed).to.deep.include({
      untilMs: at(12, 30),
      by: '李师傅',
      item: { show: 'welcome', text: '欢迎检查团' },
    });
    expect(await push('corridor')).to.equal(undefined);
    expect(words()).to.contain('餐厅电视：欢迎辞：欢迎检查团').and.to.contain('屏幕还没确认');
    store.put('staff', 'glass', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      showing: 'welcome:sample@1',
      sinceMs: at(11, 2),
      confirmedMs: at(11, 2),
      why: `pushed ${at(12, 30)} 李师傅`,
    });
    await settled(card);
    expect(words()).to.contain('屏幕已经在放');
    store.setStatus({ link: 'away' });
    await settled(card);
    expect(words(), 'a console that hears nothing knows nothing of now').to.contain('不知道放上去没有');
    store.setStatus({ link: 'live' });
    await settled(card);
    await press('现在结束：餐厅电视');
    expect((await push())?.untilMs).to.equal(at(11, 2));
    expect(words()).to.contain('都按日程');
  });

  it('is the menu in the dining hall till the end of the meal, where a cook with wet hands presses twice', async () => {
    await press('马上放…');
    await press('马上放');
    expect(await push()).to.deep.include({ untilMs: at(12, 30), item: { show: 'menu' } });
    expect(await push('corridor')).to.equal(undefined);
  });

  it('is not said to be there by a screen that has not been heard of for minutes, or shows what goes before it', async () => {
    const says = async (why: string, confirmedMs: number): Promise<void> => {
      store
        .put('staff', 'deviceHealth', 'dining-hall', health('dining-hall', { lastSeenMs: confirmedMs }))
        .put('staff', 'glass', 'dining-hall', {
          id: id<'DeviceId'>('dining-hall'),
          showing: 'menu:x@1',
          sinceMs: confirmedMs,
          confirmedMs,
          why,
        });
      await settled(card);
    };
    await press('马上放…');
    await press('马上放');
    await says(`pushed ${at(12, 30)} 李师傅`, at(11, 2));
    expect(words()).to.contain('屏幕已经在放');
    await says(`pushed ${at(12, 30)} 李师傅`, at(10, 58));
    expect(words()).to.contain('屏幕没有回音').and.not.to.contain('屏幕已经在放');
    await says('run', at(11, 2));
    expect(words()).to.contain('练完再放');
  });

  it('is said in its sheet not to have been done', async () => {
    await press('马上放…');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: 'no room' };
    await press('马上放');
    expect(toldInSheet(card)).to.deep.equal(['没放成，请再试一次']);
  });

  it('goes nowhere without a screen, nor till a time gone by', async () => {
    await press('马上放…');
    await fill('放什么', 'welcome');
    await press('马上放');
    expect(words()).to.contain('请选一块屏幕');
    await tick('餐厅电视');
    await tick('自己定时间');
    await fill('自己定时间', '09:00');
    await press('马上放');
    expect(words()).to.contain('请选一个还没到的时间');
    expect(await push()).to.equal(undefined);
  });

  it('is accessible in both languages', async () => {
    await press('马上放…');
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      await settled(card);
      await expectAccessible(card);
    }
  });
});
