import { expect } from 'chai';
import { LlKioskMenu } from '../../src/features/menus/kiosk/kiosk-menu.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { dish, kioskStore, menuOf, today } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { handsHere, middleOf } from '../support/touch-here.ts';
import type { Hands } from '../support/touch.ts';
import { until } from '../support/until.ts';
// What makes way on home: fetched when home is painted, it may come after what is looked at.
import '../../src/shells/kiosk/making-room.ts';

/** A screen that has changed rests so long; the page's clock is put on instead of waiting. */
const AFTER_THE_REST_MS = 1000;

describe('What an elder finds on the menu with a finger', () => {
  const trueNow = performance.now.bind(performance);
  let later = 0;
  let hands: Hands;
  let shell: LlKioskShell;
  let taps = 0;

  before(() => Promise.all(Object.values(pages).map((page) => page.load())));

  beforeEach(async () => {
    hands = handsHere();
    later = 0;
    taps = 0;
    performance.now = () => trueNow() + later;
    const lunch = menuOf(today, 'lunch', [
      dish('五花肉烩苋菜', { energyKcal: 310, fatG: 24, saltG: 1.3 }),
      dish('土豆炖牛肉', { tags: ['halal'] }),
    ]);
    shell = await mountKiosk(new LlKioskShell(), kioskStore().put('centre', 'menu', lunch.id, lunch));
    // What judges taps comes once home is painted: in the middle of one it would take it for none.
    await until(() => document.documentElement.style.touchAction === 'none');
  });

  afterEach(async () => {
    await hands.takeBack();
    performance.now = trueNow;
    unmountAll();
  });

  async function touch(name: string | RegExp): Promise<void> {
    taps += 1;
    const here = await until(() => pressableNamed(shell, name));
    await settled(shell);
    later += AFTER_THE_REST_MS;
    hands.pause(AFTER_THE_REST_MS);
    await hands.tap(middleOf(here));
  }

  it('is the salt of a dish in two touches', async () => {
    await touch('吃饭');
    await touch(/^五花肉/);
    await appears(shell, '1.3 克');
    expect(taps).to.be.at.most(3);
  });

  it('is what there is 清真 in two touches, and tomorrow’s in three', async () => {
    await touch('吃饭');
    await touch(/^清真/);
    await until(() => deepAll(shell, '.dish').length === 1);
    expect(words(shell)).to.contain('土豆炖牛肉');
    await touch('明天');
    await appears(shell, '菜单还没有出来');
    expect(taps).to.be.at.most(3);
  });

  it('leaves nothing of what somebody asked for to the next person', async () => {
    await touch('吃饭');
    await touch(/^清真/);
    await until(() => deepAll(shell, '.dish').length === 1);
    shell.dispatchEvent(new LeaveEvent());
    await until(() => !deepAll(shell, 'll-kiosk-menu').some((page) => page instanceof LlKioskMenu));
    await touch('吃饭');
    await until(() => deepAll(shell, '.dish').length === 2);
  });
});
