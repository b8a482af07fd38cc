import i18next, { type i18n } from 'i18next';
import type { Texts } from './source-texts.ts';

/** The engine for languages with plurals of their own; what one of them lacks is said in the source language. */
export function createEngine(source: Texts): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: source } },
    initAsync: false,
    // Lit escapes what it renders; escaping here as well would show `&amp;`.
    interpolation: { escapeValue: false },
  });
  return engine;
}
