import '../../i18n/kiosk-texts.ts';
import { SealingStorage } from '../../store/sealed/sealing-storage.ts';
import { boot } from '../boot/boot.ts';
import { LlKioskShell } from './kiosk-shell.ts';

void boot('kiosk', async () => new LlKioskShell(), {
  nouns: async () => (await import('./kiosk-nouns.ts')).kioskNouns,
  // The key lies on the device: a kiosk starts in the morning with nobody there to unlock it.
  seal: (storage, name) =>
    new SealingStorage(storage, async () =>
      (await import('../../store/sealed/device-key.ts')).deviceKey(name),
    ),
});
