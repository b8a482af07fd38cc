import { expect } from 'chai';
import { rememberHouse } from '../../../../src/app/known-house.ts';
import { LlKioskHelp } from '../../../../src/features/help/kiosk/kiosk-help.ts';
import { leftWith } from '../../../../src/features/help/kiosk/this-visit.ts';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, kioskStore } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { OwnClock } from '../../../support/own-clock.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('找人帮忙', () => {
  let store: FakeStore;
  let clock: OwnClock;

  beforeEach(() => {
    store = kioskStore();
    clock = new OwnClock(store);
  });
  afterEach(async () => {
    unmountAll();
    clock.stop();
    forgetWhoCalled();
    await setLocale('zh-CN');
  });

  const open = async (): Promise<LlKioskHelp> => {
    const page = await mountKiosk(new LlKioskHelp(), store);
    await settled(page);
    return page;
  };
  const asked = (): string[] => store.asked.map(({ name }) => name);
  const calls = (): Promise<readonly HelpCall[]> => store.query((view) => view.list('device', 'helpCall'));
  const newest = async (): Promise<HelpCall> => {
    const all = await calls();
    const call = all[all.length - 1];
    if (call === undefined) throw new Error('no call');
    return call;
  };
  /** The hub's answer on the newest call arrives. */
  const arrives = async (page: LlKioskHelp, change: Partial<HelpCall>): Promise<void> => {
    const call = await newest();
    store.put('device', 'helpCall', call.id, { ...call, ...change });
    await settled(page);
  };
  const heard = { heard: [{ deviceId: id<'DeviceId'>('office'), atMs: at(10, 32) }] };
  const press = async (page: LlKioskHelp, name: string): Promise<void> => {
    window.dispatchEvent(new PointerEvent('pointerdown'));
    pressableNamed(page, name).click();
    await settled(page);
  };
  const pressBar = async (page: LlKioskHelp): Promise<void> => {
    window.dispatchEvent(new PointerEvent('pointerdown'));
    page.again();
    await settled(page);
  };

  describe('says only what is so', () => {
    it('calls at once, and says that somebody was called only when a console has it', async () => {
      const page = await open();
      expect((await newest()).place).to.equal('一楼大厅');
      expect(words(page)).to.contain('正在叫人').and.not.to.contain('已经叫人了');
      await arrives(page, heard);
      expect(words(page)).to.contain('已经叫人了').and.to.contain('请坐下稍等');
    });

    it('says that nobody has seen it while no console has it, with the number to ring', async () => {
      const page = await open();
      await clock.pass(10 * SECOND, page);
      expect(words(page)).to.contain('还没有人看到').and.to.contain('000-8000');
    });

    it('says after a minute that nobody answers, how often it has called, and whom to ring', async () => {
      const page = await open();
      await arrives(page, heard);
      await clock.pass(2 * MINUTE + SECOND, page);
      expect(words(page)).to.contain('还没有人回答').and.to.contain('叫了 3 次').and.to.contain('000-8000');
    });

    it('offers what lies here to the hub again each minute, and no longer once somebody comes', async () => {
      const page = await open();
      const before = store.syncs;
      await clock.pass(MINUTE + SECOND, page);
      expect(store.syncs).to.equal(before + 1);
      await arrives(page, { state: 'coming', answeredBy: '陈顾问', answeredAtMs: at(10, 33) });
      await clock.pass(MINUTE + SECOND, page);
      expect(store.syncs).to.equal(before + 1);
    });

    it('says what to do when nobody comes at all', async () => {
      const page = await open();
      await clock.pass(4 * MINUTE, page);
      expect(words(page)).to.contain('还没有人来').and.to.contain('到前台去').and.to.contain('000-8000');
    });

    it('shows who is coming and since when, once staff answer', async () => {
      const page = await open();
      await arrives(page, { ...heard, state: 'coming', answeredBy: '陈顾问', answeredAtMs: at(10, 33) });
      expect(words(page)).to.contain('有人来了').and.to.contain('陈顾问').and.to.contain('10:33');
    });

    it('says in English, of a name that has none, that it is Chinese', async () => {
      await setLocale('en');
      const page = await open();
      await arrives(page, { state: 'coming', answeredBy: '陈顾问', answeredAtMs: at(10, 33) });
      expect(page.renderRoot.querySelector('[lang="zh-CN"]')?.textContent).to.equal('陈顾问');
      expect(words(page)).to.contain('said at').and.to.contain('on the way');
    });

    it('asks whether somebody has come who should have by now, and calls anew where nobody has', async () => {
      const page = await open();
      await arrives(page, { state: 'coming', answeredBy: '陈顾问', answeredAtMs: at(10, 33) });
      await clock.pass(6 * MINUTE, page);
      expect(words(page)).to.contain('人到了吗').and.to.contain('000-8000');
      await press(page, '还没到，再叫一次');
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['withdrawn', 'waiting']);
      expect(words(page)).to.contain('正在叫人');
    });

    it('ends as helped when the elder says that somebody came', async () => {
      const page = await open();
      await arrives(page, { state: 'coming', answeredBy: '陈顾问', answeredAtMs: at(10, 33) });
      await clock.pass(6 * MINUTE, page);
      await press(page, '人到了');
      expect((await newest()).state).to.equal('done');
      expect(words(page)).to.contain('帮好了');
    });
  });

  describe('belongs to who pressed', () => {
    it('is a call of its own for each: yesterday’s, which nobody closed, is not today’s', async () => {
      store.put('device', 'helpCall', 'old', {
        id: id<'Mid'>('old'),
        deviceId: id<'DeviceId'>('lobby-kiosk'),
        place: '一楼大厅',
        raisedAtMs: at(10, 32) - DAY,
        ageUnknown: false,
        state: 'coming',
        answeredBy: '李师傅',
        answeredAtMs: at(10, 33) - DAY,
      });
      const page = await open();
      expect(asked()).to.deep.equal(['help.raise']);
      expect(words(page)).to.contain('正在叫人').and.not.to.contain('李师傅');
    });

    it('takes the call back at 不用了', async () => {
      const page = await open();
      await press(page, '不用了');
      expect((await newest()).state).to.equal('withdrawn');
      expect(words(page)).to.contain('已经取消');
    });

    it('reminds of the call when the same person presses again at once, and makes no second one', async () => {
      const page = await open();
      await pressBar(page);
      page.remove();
      await open();
      expect(asked()).to.deep.equal(['help.raise', 'help.remind', 'help.remind']);
      expect((await newest()).reminders).to.equal(2);
    });

    it('calls anew after a minute, and the new call takes the place of the old', async () => {
      const page = await open();
      await clock.pass(40 * SECOND, page);
      window.dispatchEvent(new PointerEvent('pointerdown'));
      await clock.pass(30 * SECOND, page);
      await pressBar(page);
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['withdrawn', 'waiting']);
    });

    it('calls anew for one who comes to a page that was left, and leaves the other’s call alone', async () => {
      const page = await open();
      await clock.pass(30 * SECOND, page);
      page.remove();
      await clock.pass(30 * SECOND, page);
      const next = await open();
      await press(next, '不用了');
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['waiting', 'withdrawn']);
    });

    it('asks whose it is before 不用了 takes back what may be another’s', async () => {
      const page = await open();
      await clock.pass(MINUTE, page);
      await press(page, '不用了');
      expect(words(page)).to.contain('刚才是您叫的人吗');
      expect((await newest()).state).to.equal('waiting');
      await press(page, '不是我，我也要帮忙');
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['waiting', 'waiting']);
    });

    it('gives whoever presses 找人帮忙 on another’s page a call of their own', async () => {
      const page = await open();
      await clock.pass(MINUTE, page);
      await pressBar(page);
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['waiting', 'waiting']);
      expect((await newest()).visit).not.to.equal((await calls())[0]?.visit);
    });

    it('calls anew after one that is over: a call just taken back is not reminded of', async () => {
      const page = await open();
      await press(page, '不用了');
      await pressBar(page);
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['withdrawn', 'waiting']);
    });
  });

  describe('助急', () => {
    it('is asked once more, with 120 and the house’s number, and rings as an emergency only then', async () => {
      const page = await open();
      await press(page, '助急：马上要人');
      expect(words(page)).to.contain('要马上来人吗').and.to.contain('120').and.to.contain('000-8000');
      expect((await calls()).length).to.equal(1);
      await press(page, '马上来人');
      expect((await newest()).kind).to.equal('emergency');
      expect((await calls()).map(({ state }) => state)).to.deep.equal(['withdrawn', 'waiting']);
      expect(words(page)).to.contain('正在紧急叫人').and.to.contain('120');
      await arrives(page, heard);
      expect(words(page)).to.contain('已经紧急叫人了').and.to.contain('120');
    });

    it('pressed by mistake leads back to the call', async () => {
      const page = await open();
      await press(page, '助急：马上要人');
      expect(page.back()).to.equal(true);
      await settled(page);
      expect(words(page)).to.contain('正在叫人');
      expect((await calls()).length).to.equal(1);
    });
  });

  describe('works in every trouble', () => {
    it('does not pretend that somebody has heard while the hub is away', async () => {
      store.setStatus({ link: 'away' });
      const page = await open();
      expect(words(page)).to.contain('现在连不上，我先记下').and.to.contain('000-8000');
      expect(words(page)).not.to.contain('已经叫人了');
    });

    it('goes on saying that a console has it when the hub goes away after that', async () => {
      const page = await open();
      await arrives(page, heard);
      store.setStatus({ link: 'away' });
      await settled(page);
      expect(words(page)).to.contain('已经叫人了');
    });

    it('does not go on saying that it is calling while a hub that hangs takes nothing', async () => {
      const page = await open();
      store.setStatus({ link: 'live', outbox: 1 });
      await clock.pass(SECOND, page);
      expect(words(page)).to.contain('正在叫人');
      await clock.pass(4 * SECOND, page);
      expect(words(page)).to.contain('现在连不上，我先记下').and.to.contain('000-8000');
    });

    it('says where it is signed out that it cannot call', async () => {
      store.setStatus({ link: 'signed-out' });
      const page = await open();
      expect(words(page)).to.contain('这台机器叫不到人').and.to.contain('000-8000');
    });

    it('shows the number where the disk keeps no call, and tries again by itself', async () => {
      const notKept = { ok: false, status: 'refused', code: 'not-kept', detail: '-' } as const;
      store.nextAnswer = notKept;
      const page = await open();
      await appears(page, '没有叫到人');
      expect(words(page)).to.contain('000-8000');
      await clock.pass(11 * SECOND, page);
      expect(words(page)).to.contain('正在叫人');
    });

    it('does not go on saying that it is calling while the disk hangs, and is one call when that is over', async () => {
      const own = store.mutate.bind(store);
      let goesOn = (): void => undefined;
      const slow = new Promise<void>((resolve) => (goesOn = resolve));
      store.mutate = async (...change) => {
        await slow;
        return own(...change);
      };
      const page = await open();
      expect(words(page)).to.contain('正在叫人');
      await clock.pass(4 * SECOND, page);
      await appears(page, '000-8000');
      expect(words(page)).not.to.contain('正在叫人').and.not.to.contain('已经叫人了');
      await clock.pass(11 * SECOND, page);
      goesOn();
      await appears(page, '正在叫人');
      await settled(page);
      expect((await calls()).filter(({ state }) => state === 'waiting')).to.have.length(1);
    });

    it('is one emergency however often the answer is pressed while the disk is slow', async () => {
      const page = await open();
      await press(page, '助急：马上要人');
      const own = store.mutate.bind(store);
      let goesOn = (): void => undefined;
      const slow = new Promise<void>((resolve) => (goesOn = resolve));
      store.mutate = async (...change) => {
        await slow;
        return own(...change);
      };
      const yes = pressableNamed(page, '马上来人');
      yes.click();
      yes.click();
      goesOn();
      await appears(page, '正在紧急叫人');
      await settled(page);
      await settled(page);
      expect((await calls()).filter(({ state }) => state === 'waiting')).to.have.length(1);
    });

    it('leaves the question of an emergency while it tries by itself again', async () => {
      store.mutate = async () => ({ ok: false, status: 'refused', code: 'not-kept', detail: '-' });
      const page = await open();
      await press(page, '助急：马上要人');
      expect(words(page)).to.contain('120');
      const asks = words(page);
      await clock.pass(11 * SECOND, page);
      await settled(page);
      expect(words(page)).to.equal(asks);
    });

    it('shows the number last known where no row can be read, not that there is none', async () => {
      rememberHouse('lobby-kiosk', centreRow());
      store.query = () => Promise.reject(new Error('unreadable'));
      store.watch = (_query, _next, failed) => {
        failed(new Error('unreadable'));
        return () => undefined;
      };
      const page = await open();
      await clock.pass(10 * SECOND, page);
      expect(words(page)).to.contain('000-8000').and.not.to.contain('已经叫人了');
    });

    it('says that nobody was called where the hub did not take it, and calls again at a press', async () => {
      const page = await open();
      store.remove('device', 'helpCall', (await newest()).id);
      await clock.pass(5 * SECOND, page);
      expect(words(page)).to.contain('没有叫到人');
      await press(page, '再叫一次');
      expect(words(page)).to.contain('正在叫人');
    });

    it('calls in a house whose time nobody knows', async () => {
      store.nowMs = null;
      const page = await open();
      await arrives(page, { ...heard, state: 'coming', answeredBy: '陈顾问' });
      expect(words(page)).to.contain('陈顾问 正在过来');
    });
  });

  it('leaves nothing watching behind', async () => {
    const before = store.watching;
    (await open()).parentElement?.remove();
    expect(store.watching).to.equal(before);
  });

  for (const locale of ['zh-CN', 'en'] as const) {
    it(`is accessible, and says all in ${locale}`, async () => {
      await setLocale(locale);
      const page = await open();
      await clock.pass(10 * SECOND, page);
      clock.stop();
      await expectAccessible(page);
      if (locale === 'en') expect(words(page)).not.to.match(/\p{Script=Han}/u);
    });
  }
});

/** Who called in one test is not who calls in the next. */
function forgetWhoCalled(): void {
  leftWith({ callId: id<'Mid'>('none'), visit: 'none', kind: 'help', madeAt: -1e9 }, -1e9);
}
