import { expect } from 'chai';
import { watchForAnotherHub } from '../../../src/shells/boot/another-hub.ts';
import type { RememberedDevice } from '../../../src/app/remembered-devices.ts';
import type { FaceElement } from '../../../src/shells/boot/face.ts';
import { FakeStore } from '../../support/fake-store.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

const ANOTHER = 'leling:another-hub';

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

  it('shows a code by a press only, at a kiosk with a finger and at a screen with OK on its remote', async () => {
    const opened: string[] = [];
    watch(kiosk);
    (await until(() => band() ?? undefined)).open = (address) => void opened.push(address);
    window.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 13 }));
    expect(opened).to.deep.equal([]);
    band()?.shadowRoot?.querySelector('button')?.click();
    expect(opened).to.deep.equal(['/kiosk?pair=&device=lobby-kiosk&waiting=2']);
    stop();
    watch(screen);
    (await until(() => band() ?? undefined)).open = (address) => void opened.push(address);
    expect(words()).to.contain('遥控器').and.to.contain('新主机');
    window.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 65 }));
    window.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 13 }));
    expect(opened.slice(1)).to.deep.equal(['/screen?pair=&device=dining-hall&waiting=2']);
  });
});
