import chineseTexts from '../../locales/zh-CN.json?only=noticeTemplates' with { type: 'json' };
import englishTexts from '../../locales/en.json?only=noticeTemplates' with { type: 'json' };
import type { TKey } from './keys.ts';
import { addTexts, plainSay } from './texts.ts';

const chinese = new Map<string, string>();
const english = new Map<string, string>();
addTexts(chinese, chineseTexts);
addTexts(english, englishTexts);
const says = { 'zh-CN': plainSay(chinese), en: plainSay(english) };

/** A text of the ready notices in a language, whichever the page is in: a notice is written in both at once. */
export const readyText = (key: TKey, language: 'zh-CN' | 'en'): string => says[language](key);
