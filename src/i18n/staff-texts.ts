import staff from '../../locales/zh-CN.json?only=staff' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The console's words, which the other faces do not carry: its shell imports this before it says anything.
addTexts(chinese, staff);
