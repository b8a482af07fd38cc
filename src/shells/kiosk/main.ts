import '../../i18n/kiosk-texts.ts';
import { whenReady } from '../../app/ready.ts';
import type { Seal } from '../../store/open-store.ts';
import { SealingStorage } from '../../store/sealed/sealing-storage.ts';
import { boot } from '../boot/boot.ts';
import { LlKioskShell } from './kiosk-shell.ts';

/** The key lies on the device: a kiosk starts in the morning with nobody there to unlock it. */
const seal: Seal = (storage, name) => {
  const sealing = new SealingStorage(storage, async () =>
    (await import('../../store/sealed/device-key.ts')).deviceKey(name),
  );
  // The home page shows nothing of anybody; the first elder finds the key there.
  whenReady(() => sealing.prepare().catch((error: unknown) => console.error(error)));
  return sealing;
};

void boot('kiosk', async () => new LlKioskShell(), {
  nouns: async () => (await import('./kiosk-nouns.ts')).kioskNouns,
  enter: async (device) => ({ device, seal }),
});
