import '../../i18n/kiosk-texts.ts';
import { boot } from '../boot/boot.ts';
import { LlKioskShell } from './kiosk-shell.ts';

void boot('kiosk', async () => new LlKioskShell(), {
  nouns: async () => (await import('./kiosk-nouns.ts')).kioskNouns,
});
