import texts from '../../locales/zh-CN.json?only=members' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the console's list of members: they come along with its page.
addTexts(chinese, texts);
