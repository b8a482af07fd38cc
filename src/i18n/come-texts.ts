import texts from '../../locales/zh-CN.json?only=come' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the page that a telephone comes to by the code on a screen.
addTexts(chinese, texts);
