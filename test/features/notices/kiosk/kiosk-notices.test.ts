import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { Notice } from '../../../../src/features/notices/model/notice.ts';
import { LlKioskNotices } from '../../../../src/features/notices/kiosk/kiosk-notices.ts';
import { LlKioskShell } from '../../../../src/shells/kiosk/kiosk-shell.ts';
import '../../../../src/features/notices/kiosk/kiosk-alarm.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, kioskStoreWithLunch } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

const notice = (key: string, more: Partial<Notice> = {}): Notice => ({
  id: id(key),
  level: 'normal',
  title: '周四下午停水',
  body: '13:00–17:00 全楼停水。',
  fromMs: at(8, 0),
  untilMs: at(20, 0),
  by: '王经理',
  ...more,
});

describe('What the house has to say, on the kiosk', () => {
  let store: FakeStore;
  const put = (one: Notice): unknown => store.put('centre', 'notice', one.id, one);

  beforeEach(() => {
    store = kioskStoreWithLunch();
  });
  afterEach(unmountAll);

  it('stands on the home page while it holds, the gravest first, and is read with one press', async () => {
    put(notice('over', { title: '昨天的事', untilMs: at(9, 0) }));
    put(notice('water'));
    put(notice('ice', { level: 'urgent', title: '路上有冰，请慢走' }));
    const shell = await mountKiosk(new LlKioskShell(), store);
    await appears(shell, '路上有冰');
    expect(words(shell)).to.contain('还有 1 条').and.not.to.contain('昨天的事');
    pressableNamed(shell, /路上有冰/).click();
    await appears(shell, '13:00–17:00 全楼停水。');
  });

  it('takes the whole glass in an emergency, leaves help in reach, and goes when it is over', async () => {
    const shell = await mountKiosk(new LlKioskShell(), store);
    await appears(shell, '五花肉烩苋菜');
    put(notice('smoke', { level: 'emergency', title: '请马上离开餐厅', body: null, untilMs: null }));
    await appears(shell, '请马上离开餐厅');
    const pages = deepAll(shell, '.visits')[0];
    expect(pages?.offsetHeight, 'nothing else is on the glass').to.equal(0);
    const help = pressableNamed(shell, '找人帮忙').getBoundingClientRect();
    const hit = shell.shadowRoot?.elementFromPoint(help.x + help.width / 2, help.y + help.height / 2);
    expect(hit?.localName).to.equal('ll-kiosk-bar');
    store.remove('centre', 'notice', 'smoke');
    await settled(shell);
    expect(words(shell)).not.to.contain('请马上离开餐厅');
    expect(pages?.offsetHeight).to.be.greaterThan(0);
  });

  it('goes before what the kiosk asks, also where somebody calls for help, and is reported as what stands there', async () => {
    const shell = await mountKiosk(new LlKioskShell(), store);
    await appears(shell, '五花肉烩苋菜');
    const reported = () =>
      store.reports.flatMap((report) => (report.type === 'glass' ? [report.showing] : []));
    // At its start it says that none stands: it may have been switched off under one.
    await until(() => reported().includes(null));
    pressableNamed(shell, '找人帮忙').click();
    await until(() => deepAll(shell, 'll-kiosk-help').length > 0);
    const now = performance.now.bind(performance);
    performance.now = () => now() + 121_000;
    try {
      await appears(shell, '还在看吗？');
    } finally {
      performance.now = now;
    }
    put(notice('smoke', { level: 'emergency', title: '请马上离开餐厅', body: null, untilMs: null }));
    await appears(shell, '请马上离开餐厅');
    expect(deepAll(shell, 'll-still-there'), 'nothing stands over it').to.have.length(0);
    expect(deepAll(shell, 'main')[0]?.inert, 'who listens hears it').to.equal(false);
    await until(() => reported().includes('notice:smoke@1'));
    store.remove('centre', 'notice', 'smoke');
    await until(() => reported()[reported().length - 1] === null);
  });

  it('chimes for an emergency, also one that stood before the kiosk did, and says where that cannot be heard', async () => {
    const { createOscillator } = AudioContext.prototype;
    let notes = 0;
    let heard: AudioContextState = 'suspended';
    const told = (): boolean =>
      store.reports.some((one) => one.type === 'glass' && one.showing === 'notice:fire@1');
    let toldFirst = false;
    AudioContext.prototype.createOscillator = function () {
      if (notes === 0) toldFirst = told();
      notes += 1;
      return createOscillator.call(this);
    };
    Object.defineProperty(AudioContext.prototype, 'state', { configurable: true, get: () => heard });
    try {
      put(notice('smoke', { level: 'emergency', title: '请马上离开餐厅', body: null, untilMs: null }));
      const shell = await mountKiosk(new LlKioskShell(), store);
      await until(() => notes > 0);
      const silent = (): unknown => store.reports.find((one) => one.type === 'glass' && one.silent === true);
      await until(() => silent() !== undefined);
      store.remove('centre', 'notice', 'smoke');
      await settled(shell);
      heard = 'running';
      store.reports.length = 0;
      notes = 0;
      put(notice('fire', { level: 'emergency', title: '请到院子里', body: null, untilMs: null }));
      await until(() => notes > 0);
      expect(toldFirst, 'no slow loudspeaker keeps its words from the glass').to.equal(true);
      expect(silent()).to.equal(undefined);
    } finally {
      AudioContext.prototype.createOscillator = createOscillator;
      Reflect.deleteProperty(AudioContext.prototype, 'state');
    }
  });

  it('that is a long emergency is all to be read above what to do, however much it is', async () => {
    const shell = await mountKiosk(new LlKioskShell(), store);
    await appears(shell, '五花肉烩苋菜');
    const body = '请从最近的出口慢慢走到院子里，不要坐电梯，腿脚不便的请等工作人员来推轮椅。'.repeat(6);
    put(
      notice('smoke', {
        level: 'emergency',
        title: '三楼厨房冒烟，请马上离开大楼到院子里集合',
        body,
        untilMs: null,
      }),
    );
    await appears(shell, '请马上离开大楼');
    const alarm = deepAll(shell, 'll-kiosk-alarm')[0] ?? shell;
    const boxOf = (selector: string): DOMRect => {
      const box = deepAll(alarm, selector)[0]?.getBoundingClientRect();
      if (box === undefined) throw new Error(`no ${selector}`);
      return box;
    };
    expect(boxOf('.what').top).to.be.at.least(boxOf('section').top);
    expect(boxOf('.more').bottom).to.be.at.most(boxOf('section').bottom + 1);
    expect(boxOf('section').bottom).to.be.at.most(boxOf('.follow').top + 1);
  });

  it('still says an emergency where the clock has lost the time', async () => {
    store = kioskStoreWithLunch(null);
    put(notice('smoke', { level: 'emergency', title: '请马上离开餐厅', untilMs: null }));
    await appears(await mountKiosk(new LlKioskShell(), store), '请马上离开餐厅');
  });

  it('is accessible', async () => {
    put(notice('water'));
    await expectAccessible(await mountKiosk(new LlKioskNotices(), store));
  });
});
