import texts from '../../locales/zh-CN.json?only=kioskPages' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the kiosk's pages behind its home: they come along with whichever says them, after the first paint.
addTexts(chinese, texts);
