import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { RestController } from '../../src/shells/kiosk/rest-controller.ts';
import { handsHere, middleOf } from '../support/touch-here.ts';
import { at, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';
// What makes way on home: fetched when home is painted, it may come after what is looked at.
import '../../src/shells/kiosk/making-room.ts';

describe('Home that nobody has touched for three minutes', () => {
  const real = performance.now.bind(performance);
  let passed = 0;
  let woken = 0;

  // Whoever comes after three minutes finds all that the kiosk brings once home is painted.
  before(() =>
    Promise.all([
      ...Object.values(pages).map((page) => page.load()),
      import('../../src/shells/kiosk/keeping.ts'),
    ]),
  );
  beforeEach(() => {
    passed = 0;
    woken = 0;
    performance.now = () => real() + passed;
  });
  afterEach(() => {
    performance.now = real;
    unmountAll();
  });

  async function open(store = kioskStoreWithLunch()): Promise<LlKioskShell> {
    const shell = await mountKiosk(new LlKioskShell(), store);
    new RestController(shell, {
      mayRest: () => !shell.busy() && !shell.alarmed(),
      woken: () => (woken += 1),
    });
    return shell;
  }

  const resting = (shell: LlKioskShell): HTMLElement | undefined => deepAll(shell, 'll-attract')[0];

  async function leftAlone(shell: LlKioskShell): Promise<HTMLElement> {
    passed = 180_000;
    return until(() => resting(shell));
  }

  it('shows the hour and the meal to whoever passes by, and asks to be touched', async () => {
    const shell = await open();
    const rest = await leftAlone(shell);
    await until(() => words(rest).includes('五花肉烩苋菜'));
    expect(words(rest)).to.contain('10:32').and.to.contain('请轻触屏幕').and.to.contain('今天中午吃');
  });

  it('tells whoever passes by what the house has to say: most of the day nobody touches it', async () => {
    const store = kioskStoreWithLunch();
    store.put('centre', 'notice', 'water', {
      id: id<'NoticeId'>('water'),
      level: 'normal',
      title: '明天上午停水',
      body: null,
      fromMs: at(0, 0),
      untilMs: null,
      by: '王经理',
    });
    const rest = await leftAlone(await open(store));
    await until(() => words(rest).includes('停水'));
    expect(words(rest)).to.contain('请轻触屏幕');
  });

  it('wakes at the first touch, which presses nothing of what comes to light', async () => {
    const shell = await open();
    const tile = pressableNamed(shell, '吃饭');
    const under = middleOf(tile);
    await leftAlone(shell);
    const hands = handsHere();
    await hands.tap(under);
    await until(() => resting(shell) === undefined);
    await settled(shell);
    expect(woken).to.equal(1);
    expect(deepAll(shell, 'll-kiosk-menu')).to.deep.equal([]);
  });

  it('leaves 找人帮忙 in reach', async () => {
    const shell = await open();
    await leftAlone(shell);
    const { x, y } = middleOf(pressableNamed(shell, '找人帮忙'));
    expect(shell.shadowRoot?.elementFromPoint(x, y)?.localName).to.equal('ll-kiosk-bar');
  });

  it('does not cover a page that somebody has opened, and is gone when one is', async () => {
    const shell = await open();
    await leftAlone(shell);
    pressableNamed(shell, '找人帮忙').click();
    await until(() => resting(shell) === undefined);
    await until(() => deepAll(shell, 'll-kiosk-help').length === 1);
  });

  it('is gone with the kiosk, and listens to nothing any more', async () => {
    const shell = await open();
    await leftAlone(shell);
    shell.remove();
    expect(resting(shell)).to.equal(undefined);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(woken).to.equal(0);
  });
});
