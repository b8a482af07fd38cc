import i18next, { type i18n } from 'i18next';
import type { Say } from './texts.ts';

/** Says texts of a language with i18next, which knows its plural forms. */
export async function sayIn(language: 'en'): Promise<Say> {
  const engine = engineFor(language, await load(language));
  return (key, params) => (params === undefined ? engine.t(key) : engine.t(key, params));
}

/** An engine that speaks one language. */
export function engineFor(language: string, texts: object): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    lng: language,
    resources: { [language]: { translation: texts } },
    initAsync: false,
    // Lit escapes what it renders; escaping here as well would show `&amp;`.
    interpolation: { escapeValue: false },
  });
  return engine;
}

async function load(language: 'en'): Promise<object> {
  switch (language) {
    case 'en':
      return (await import('../../locales/en.json', { with: { type: 'json' } })).default;
  }
}
