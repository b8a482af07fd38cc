import '../../i18n/kiosk-texts.ts';
import { boot } from '../boot/boot.ts';

// Beside the opening of the store, not after it.
const shell = import('./kiosk-shell.ts');

void boot('kiosk', async () => {
  const { LlKioskShell } = await shell;
  return new LlKioskShell();
});
