import { expect } from 'chai';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../support/mount-kiosk.ts';
import { deepAll, unmountAll } from '../support/mount.ts';
import type { Hands } from '../support/touch.ts';
import { handsHere, middleOf } from '../support/touch-here.ts';
import { until } from '../support/until.ts';
// What makes way on home: fetched when home is painted, it may come after what is looked at.
import '../../src/shells/kiosk/making-room.ts';

/** The whole face, by real fingers. */
describe('A finger on the whole kiosk', () => {
  const trueNow = performance.now.bind(performance);
  let shell: LlKioskShell;
  let hands: Hands;
  let laterMs = 0;

  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  beforeEach(async () => {
    // Time stands still between two touches, however long a busy machine takes: what is done at once is.
    const startMs = trueNow();
    performance.now = () => startMs + laterMs;
    hands = handsHere();
    shell = await mountKiosk(new LlKioskShell(), kioskStoreWithLunch());
    await until(() => document.documentElement.style.touchAction === 'none');
  });
  afterEach(async () => {
    await hands.takeBack();
    unmountAll();
    performance.now = trueNow;
  });

  /** Lets the rest after a change of screen pass, and what an earlier tap would swallow. */
  function rested(): void {
    laterMs += 800;
    hands.pause(800);
  }

  async function tap(name: string): Promise<void> {
    rested();
    await hands.tap(middleOf(pressableNamed(shell, name)));
  }

  it('stays at 还在看吗？ by a touch anywhere on it', async () => {
    await tap('吃饭');
    await appears(shell, '今天吃什么');
    laterMs += 120_000;
    await appears(shell, '还在看吗？');
    rested();
    const [question] = deepAll(shell, 'll-still-there');
    expect(question).to.be.instanceOf(HTMLElement);
    const box = question?.getBoundingClientRect();
    await hands.tap({ x: (box?.left ?? 0) + 30, y: (box?.top ?? 0) + 30 });
    await until(() => !words(shell).includes('还在看吗？'));
    expect(words(shell)).to.contain('今天吃什么');
  });

  it('types a doubled digit', async () => {
    await tap('我来签到');
    await appears(shell, '请按');
    rested();
    for (const digit of ['1', '1']) {
      hands.pause(300);
      await hands.tap(middleOf(pressableNamed(shell, digit)));
    }
    await until(() => deepAll(shell, '.digits').map(words).join('').replace(/\s/g, '') === '11');
  });

  it('is not held up by a palm that stays: the page comes all the same', async () => {
    await hands.put(9, { x: 5, y: 5 });
    await tap('吃饭');
    await appears(shell, '今天吃什么');
  });

  it('presses once what stands over the face, and nothing of the face for it', async () => {
    const band = document.createElement('button');
    let pressed = 0;
    band.onclick = () => (pressed += 1);
    const tile = pressableNamed(shell, '吃饭').getBoundingClientRect();
    Object.assign(band.style, {
      position: 'fixed',
      left: `${tile.left}px`,
      top: `${tile.top - 60}px`,
      width: `${tile.width}px`,
      height: '58px',
    });
    document.body.append(band);
    rested();
    await hands.tap(middleOf(band));
    await until(() => pressed > 0);
    rested();
    await hands.tap(middleOf(band));
    await until(() => pressed > 1);
    expect(pressed).to.equal(2);
    expect(words(shell)).to.contain('今天中午吃');
  });

  it('presses nothing of the page that has come under it', async () => {
    await tap('吃饭');
    await appears(shell, '今天吃什么');
    // Where 返回 has come, at once.
    await hands.tap(middleOf(pressableNamed(shell, '返回')));
    rested();
    await hands.tap(middleOf(pressableNamed(shell, '找人帮忙')));
    await appears(shell, '叫人');
    expect(deepAll(shell, 'll-kiosk-menu'), 'it waits under the call').to.have.length(1);
  });
});
