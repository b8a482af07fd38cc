import texts from '../../locales/zh-CN.json?only=sheets' with { type: 'json' };
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// The words of what reads a workbook, which come with the page that takes one.
addTexts(chinese, texts);
