import texts from '../../locales/zh-CN.json?only=boards' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the boards that a television seldom begins with: they come along with whichever says them.
addTexts(chinese, texts);
