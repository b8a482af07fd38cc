import texts from '../../locales/zh-CN.json?only=pairing,trouble' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of the pages that stand where a face cannot: not paired yet, or in trouble.
addTexts(chinese, texts);
