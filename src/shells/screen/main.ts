import '../../i18n/screen-texts.ts';
import { boot } from '../boot/boot.ts';
import { noNouns } from '../../store/open-store.ts';
import { LlScreen } from './screen.ts';

void boot('screen', async ({ store, device }) => new LlScreen(store, device), { nouns: noNouns });
