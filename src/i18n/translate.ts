import common from '../../locales/zh-CN.json?only=common' with { type: 'json' };
import type { TKey, TParams } from './keys.ts';
import { addTexts, plainSay, type Say } from './texts.ts';

/** The languages there are. Chinese is the source of keys and always there; others are loaded when asked for. */
type Locale = 'zh-CN' | 'en';

/** The Chinese texts, by key. */
export const chinese = new Map<string, string>();
addTexts(chinese, common);

const sayChinese = plainSay(chinese);
const others = new Map<Locale, Say>();
const listeners = new Set<() => void>();
let say: Say = sayChinese;
let current: Locale = 'zh-CN';
let asked: Locale = 'zh-CN';

/** The text of a key in the language of now. */
export const t = (key: TKey, params?: TParams): string => say(key, params);

/** Whether there is a text of this key at all: a hub that is newer than this build may name what it has no word for. */
export const hasWord = (key: TKey): boolean => t(key) !== key;

/** The language of now. */
export const locale = (): Locale => current;

/** The other language: what the one language button offers. */
export const otherLocale = (): Locale => (current === 'zh-CN' ? 'en' : 'zh-CN');

/**
 * Changes the language of the page and of its `lang`. Resolves to false, with everything as it was, when the texts
 * cannot be had (a device that never stored them, offline), or when another language was asked for meanwhile.
 */
export async function setLocale(next: Locale): Promise<boolean> {
  asked = next;
  const speaks = next === 'zh-CN' ? sayChinese : await bring(next);
  if (speaks === null || asked !== next) return false;
  say = speaks;
  current = next;
  document.documentElement.lang = next;
  for (const tell of [...listeners]) tell();
  return true;
}

/** Tells of each change of language. Returns the disposer. */
export function onLocale(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

async function bring(language: Exclude<Locale, 'zh-CN'>): Promise<Say | null> {
  const known = others.get(language);
  if (known !== undefined) return known;
  try {
    const { sayIn } = await import('./other-language.ts');
    const speaks = await sayIn(language);
    others.set(language, speaks);
    return speaks;
  } catch {
    return null;
  }
}
