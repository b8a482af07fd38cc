import texts from '../../locales/zh-CN.json?only=policyDesk' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the advisor's desk on the console: they come along with its page.
addTexts(chinese, texts);
