import { expect } from 'chai';
import type { RememberedDevice } from '../../../src/app/remembered-devices.ts';
import type { FaceElement } from '../../../src/shells/boot/face.ts';
import { watchRemote } from '../../../src/shells/boot/remote-menu.ts';
import { arrowFaults, focusIn, key, pressKey } from '../../support/arrow-walk.ts';
import { expectAccessible } from '../../support/axe.ts';
import { tokens, words } from '../../support/mount-kiosk.ts';
import { button } from '../../support/mount.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

const hall: RememberedDevice = { ...rememberedKiosk('dining-hall'), kind: 'screen' };

/** Nobody touches a television: without this, its size and its self-check were behind an address that nobody can type. */
describe('a television under the remote control', () => {
  let stop = (): void => undefined;
  let isRunning = false;
  let isAlarmed = false;
  let isLive = true;
  let isGuessed = false;
  const shell: FaceElement = Object.assign(document.createElement('div'), {
    busy: () => isRunning,
    alarmed: () => isAlarmed,
  });
  const menu = (): HTMLElementTagNameMap['ll-remote-menu'] | null => document.querySelector('ll-remote-menu');
  const watch = (goesAfterMs?: number, asksForMs?: number): void => {
    const known = { canMeasure: () => isLive, isGuessed: () => isGuessed };
    stop = watchRemote({ ...known, device: hall, shell }, { goesAfterMs, asksForMs });
  };
  beforeEach(async () => {
    await tokens();
    [isRunning, isAlarmed, isLive, isGuessed] = [false, false, true, false];
  });
  afterEach(() => {
    stop();
    document.querySelector('ll-another-hub')?.remove();
    delete document.documentElement.dataset['showing'];
  });

  it('offers at the first key what can be done, by arrows alone, and is gone at Back', async () => {
    watch();
    for (const first of [key.ok, key.left, key.up, key.right, key.down]) {
      await pressKey(first);
      const shown = menu();
      if (shown === null) throw new Error(`nothing came at key ${first}`);
      await shown.updateComplete;
      expect(focusIn(shown)?.textContent).to.contain('关上');
      expect(await arrowFaults(shown)).to.deep.equal({ unreached: [], oneWay: [] });
      await pressKey(key.back);
      expect(menu()).to.equal(null);
    }
    await pressKey(key.ok);
    const shown = menu();
    if (shown === null) throw new Error('it does not come again');
    const opened: string[] = [];
    shown.open = (address) => void opened.push(address);
    await shown.updateComplete;
    await expectAccessible(shown);
    button(shown, '量屏幕大小和距离').click();
    button(shown, '看看这块屏怎么样').click();
    expect(opened).to.deep.equal(['/screen?device=dining-hall&panel', '/self-check?device=dining-hall']);
  });

  it('has no button for what could not be kept while the hub is away', async () => {
    isLive = false;
    watch();
    await pressKey(key.ok);
    const shown = menu();
    await shown?.updateComplete;
    expect(words(document.body)).to.contain('看看这块屏怎么样').and.not.to.contain('量屏幕');
  });

  it('stands over no emergency and no exercise, and goes from before one that comes, and when nobody is there', async () => {
    watch();
    for (const begin of [() => (isRunning = true), () => (isAlarmed = true)]) {
      await pressKey(key.ok);
      expect(menu()).not.to.equal(null);
      begin();
      await until(() => menu() === null);
      await pressKey(key.ok);
      expect(menu()).to.equal(null);
      [isRunning, isAlarmed] = [false, false];
    }
    stop();
    watch(50);
    await pressKey(key.ok);
    await until(() => menu() === null);
  });

  it('leaves OK to where another hub answers, and comes by an arrow there', async () => {
    document.body.append(document.createElement('ll-another-hub'));
    watch();
    await pressKey(key.ok);
    expect(menu()).to.equal(null);
    await pressKey(key.down);
    expect(menu()).not.to.equal(null);
  });

  it('asks by itself after its start how large it is, where nobody has measured it, and any key leads out', async () => {
    isGuessed = true;
    for (const out of [key.back, 65, 51, key.ok]) {
      watch();
      await until(() => menu() !== null);
      const shown = menu();
      if (shown === null) throw new Error('it does not ask');
      await shown.updateComplete;
      expect(words(document.body)).to.contain('这块屏多大还没量');
      expect(focusIn(shown)?.textContent, 'OK goes on to it').to.contain('现在量');
      expect(await arrowFaults(shown)).to.deep.equal({ unreached: [], oneWay: [] });
      await expectAccessible(shown);
      const opened: string[] = [];
      shown.open = (address) => void opened.push(address);
      if (out === key.ok) {
        button(shown, '现在量').click();
        expect(opened).to.deep.equal(['/screen?device=dining-hall&panel']);
      } else {
        await pressKey(out);
        expect(menu(), `key ${out}`).to.equal(null);
      }
      stop();
    }
  });

  it('asks nothing over an emergency, an exercise, or a glass that is dark, nor where it was measured or could not be told', async () => {
    isGuessed = true;
    // It looks when the test says so, however seldom a busy machine would have it look.
    const { setInterval: own } = window;
    const asked = (): boolean => {
      const looks: (() => void)[] = [];
      Object.assign(window, { setInterval: (look: () => void) => looks.push(look) });
      watch();
      Object.assign(window, { setInterval: own });
      for (const look of [...looks, ...looks]) look();
      const came = menu() !== null;
      stop();
      return came;
    };
    expect(asked(), 'or nothing is proved').to.equal(true);
    isRunning = true;
    expect(asked(), 'exercise').to.equal(false);
    [isRunning, isAlarmed] = [false, true];
    expect(asked(), 'emergency').to.equal(false);
    [isAlarmed, isLive] = [false, false];
    expect(asked(), 'hub away').to.equal(false);
    isLive = true;
    document.documentElement.dataset['showing'] = 'dark:hours@0';
    expect(asked(), 'dark').to.equal(false);
    delete document.documentElement.dataset['showing'];
    isGuessed = false;
    expect(asked(), 'measured').to.equal(false);
  });

  it('asks again after an alarm that came before it, and goes by itself, or once it was measured from the console', async () => {
    [isGuessed, isAlarmed] = [true, true];
    watch();
    isAlarmed = false;
    await until(() => menu() !== null);
    isAlarmed = true;
    await until(() => menu() === null);
    isAlarmed = false;
    await until(() => menu() !== null);
    isGuessed = false;
    await until(() => menu() === null);
    stop();
    isGuessed = true;
    // Seen as it comes: on a busy machine it has gone again before the next look.
    let came = false;
    const seen = new MutationObserver(() => (came ||= menu() !== null));
    seen.observe(document.body, { childList: true });
    watch(undefined, 50);
    await until(() => came && menu() === null);
    seen.disconnect();
  });
});
