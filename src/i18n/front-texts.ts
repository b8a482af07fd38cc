import texts from '../../locales/zh-CN.json?only=front,selfCheck' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the page at / and of the self-check.
addTexts(chinese, texts);
