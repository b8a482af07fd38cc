import texts from '../../locales/zh-CN.json?only=kiosk' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The kiosk's words: its shell imports this before it says anything.
addTexts(chinese, texts);
