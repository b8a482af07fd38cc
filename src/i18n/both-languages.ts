import texts from '../../locales/en.json?only=pairing,trouble' with { type: 'json' };
import './boot-texts.ts';
import type { TKey, TParams } from './keys.ts';
import { addTexts, plainSay } from './texts.ts';
import { chinese, locale } from './translate.ts';

const english = new Map<string, string>();
addTexts(english, texts);
const says = { 'zh-CN': plainSay(english), en: plainSay(chinese) };

/**
 * The text of a key in the language that the page is not in, for the pages that stand where a face cannot: there is no
 * button on them that changes the language.
 */
export const inOther = (key: TKey, params?: TParams): string => says[locale()](key, params);
