import texts from '../../locales/zh-CN.json?only=exercise' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// What a screen says while people exercise, and the forms' numbers: they come along with what first says them.
addTexts(chinese, texts);
