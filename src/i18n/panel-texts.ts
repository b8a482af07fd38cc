import texts from '../../locales/zh-CN.json?only=panel' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of what asks how large a panel is, and says that it is not as set.
addTexts(chinese, texts);
