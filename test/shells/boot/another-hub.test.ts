import { expect } from 'chai';
import { watchForAnotherHub } from '../../../src/shells/boot/another-hub.ts';
import type { RememberedDevice } from '../../../src/app/remembered-devices.ts';
import type { FaceElement } from '../../../src/shells/boot/face.ts';
import { applyScale, glassInPixels } from '../../../src/ui/common/scale.ts';
import { FakeStore } from '../../support/fake-store.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

const ANOTHER = 'leling:another-hub';
/** As long as a finger has to hold the strip, and OK may be pressed again, ms. */
const HOLD_MS = 3000;

describe('a glass at whose hub’s address another hub answers', () => {
  const store = new FakeStore();
  let stop = (): void => undefined;
  let used = false;
  const shell: FaceElement = Object.assign(document.createElement('div'), { busy: () => used });
  const kiosk = rememberedKiosk('lobby-kiosk');
  const screen: RememberedDevice = { ...kiosk, id: 'dining-hall', kind: 'screen' };
  const band = (): HTMLElementTagNameMap['ll-another-hub'] | null => document.querySelector('ll-another-hub');
  const words = (): string => band()?.shadowRoot?.textContent ?? '';
  const watch = (device: RememberedDevice, sayAfterMs = 0): void => {
    stop = watchForAnotherHub(store, device, shell, { sayAfterMs, lookEveryMs: 10 });
  };
  const looked = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));

  beforeEach(() => {
    localStorage.setItem(ANOTHER, String(Date.now()));
    store.setStatus({ link: 'away', outbox: 2, lastSyncMs: store.nowMs });
    used = false;
  });
  afterEach(() => {
    stop();
    localStorage.removeItem(ANOTHER);
  });

  it('says so to staff, and is silent as soon as its own is back', async () => {
    watch(kiosk);
    await until(() => words().includes('应答的不是本中心的主机'));
    expect(words()).to.contain('新主机').and.to.contain('网线');
    store.setStatus({ link: 'live' });
    await until(() => band() === null);
  });

  it('says nothing of a hub that is only away, nor of a cable that is put back at once', async () => {
    localStorage.removeItem(ANOTHER);
    watch(kiosk);
    await looked();
    expect(band()).to.equal(null);
    stop();
    localStorage.setItem(ANOTHER, String(Date.now()));
    watch(kiosk, 60_000);
    await looked();
    expect(band()).to.equal(null);
  });

  it('lets whoever is using a kiosk finish', async () => {
    used = true;
    watch(kiosk);
    await looked();
    expect(band()).to.equal(null);
    used = false;
    await until(() => band() !== null);
  });

  it('covers nothing of what a screen shows, also when it comes again', async () => {
    const rest = applyScale({ diagonalInches: 21.5, widthPx: innerWidth, heightPx: innerHeight }, 600);
    const left = (): number => glassInPixels().heightPx;
    try {
      watch(screen);
      for (const time of ['first', 'second']) {
        await until(() => band() !== null);
        await until(() => {
          if (left() < innerHeight) return true;
          throw new Error(`all of the glass is left the ${time} time`);
        });
        store.setStatus({ link: 'live' });
        await until(() => band() === null && left() === innerHeight);
        store.setStatus({ link: 'away' });
      }
    } finally {
      rest();
    }
  });

  describe('shows a code, which that hub could confirm itself,', () => {
    const opened: string[] = [];
    const strip = (): Element | null | undefined => band()?.shadowRoot?.querySelector('.strip');
    const finger = (type: string): void =>
      void strip()?.dispatchEvent(new PointerEvent(type, { isPrimary: true, bubbles: true }));
    const press = (keyCode: number, repeat = false): void =>
      void window.dispatchEvent(new KeyboardEvent('keydown', { keyCode, repeat }));
    const stands = async (device: RememberedDevice): Promise<void> => {
      opened.splice(0);
      watch(device);
      (await until(() => band() ?? undefined)).open = (address) => void opened.push(address);
    };
    const { setTimeout: own, clearTimeout: clear } = window;
    /** The seconds that a finger has to hold it are over when the test says so, however slow the machine is. */
    const held = new Map<number, () => void>();
    const secondsPass = (): void => [...held.values()].forEach((over) => over());
    beforeEach(() => {
      held.clear();
      Object.assign(window, {
        setTimeout: (run: () => void, ms = 0): number => {
          if (ms !== HOLD_MS) return own(run, ms);
          const timer = -1 - held.size;
          held.set(timer, run);
          return timer;
        },
        clearTimeout: (timer: number) => (held.delete(timer) ? undefined : clear(timer)),
      });
    });
    afterEach(() => void Object.assign(window, { setTimeout: own, clearTimeout: clear }));

    it('at a kiosk to nobody who touches it in passing', async () => {
      await stands(kiosk);
      expect(words()).to.contain('按住这里三秒');
      press(13);
      finger('pointerdown');
      await until(() => strip()?.classList.contains('held'));
      finger('pointerup');
      strip()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      secondsPass();
      expect(opened).to.deep.equal([]);
      await until(() => !strip()?.classList.contains('held'));
    });

    it('at a kiosk to staff who hold it, and see for how long', async () => {
      await stands(kiosk);
      finger('pointerdown');
      await until(() => strip()?.classList.contains('held'));
      expect(opened, 'not before the seconds are over').to.deep.equal([]);
      secondsPass();
      expect(opened).to.deep.equal(['/kiosk?pair=&device=lobby-kiosk&waiting=2']);
    });

    it('at a screen by OK on its remote three times, one after the other', async () => {
      await stands(screen);
      expect(words()).to.contain('遥控器').and.to.contain('新主机').and.to.contain('三下');
      for (const key of [13, 13, 65, 13, 13]) press(key);
      await until(() => words().includes('再按 1 下'));
      press(13, true);
      expect(opened, 'another key between, and a key held down').to.deep.equal([]);
      secondsPass();
      await until(() => words().includes('三下'));
      for (const key of [13, 13, 13]) press(key);
      expect(opened).to.deep.equal(['/screen?pair=&device=dining-hall&waiting=2']);
    });
  });
});
