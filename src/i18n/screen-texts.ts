import texts from '../../locales/zh-CN.json?only=screen' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The televisions' words: their shell imports this before it says anything.
addTexts(chinese, texts);
