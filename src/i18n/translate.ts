import i18next from 'i18next';
import zhCN from '../../locales/zh-CN.json' with { type: 'json' };
import type { TKey, TParams } from './keys.ts';

/** The languages there are. Chinese is the source of keys and always there; others are loaded when asked for. */
export type Locale = 'zh-CN' | 'en';

const engine = i18next.createInstance();
void engine.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN } },
  initAsync: false,
  // Lit escapes what it renders; escaping here as well would show `&amp;`.
  interpolation: { escapeValue: false },
});

const listeners = new Set<() => void>();
let current: Locale = 'zh-CN';
let asked: Locale = 'zh-CN';

/** The text of a key in the language of now. */
export const t = (key: TKey, params?: TParams): string =>
  params === undefined ? engine.t(key) : engine.t(key, params);

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
  if (!engine.hasResourceBundle(next, 'translation')) {
    const texts = await load(next);
    if (texts === null) return false;
    engine.addResourceBundle(next, 'translation', texts);
  }
  if (asked !== next) return false;
  await engine.changeLanguage(next);
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

async function load(wanted: Locale): Promise<object | null> {
  try {
    switch (wanted) {
      case 'zh-CN':
        return zhCN;
      case 'en':
        return (await import('../../locales/en.json', { with: { type: 'json' } })).default;
    }
  } catch {
    return null;
  }
}
