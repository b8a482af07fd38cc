import '../../i18n/screen-texts.ts';
import { boot } from '../boot/boot.ts';

const shell = import('./screen.ts');

void boot('screen', async (app) => {
  const { LlScreen } = await shell;
  return new LlScreen(app.store, app.device);
});
