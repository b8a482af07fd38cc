import i18next from 'i18next';
import type { Say } from './texts.ts';

/** Says texts of a language with i18next, which knows its plural forms. */
export async function sayIn(language: 'en'): Promise<Say> {
  const texts = await load(language);
  const engine = i18next.createInstance();
  await engine.init({
    lng: language,
    resources: { [language]: { translation: texts } },
    // Lit escapes what it renders; escaping here as well would show `&amp;`.
    interpolation: { escapeValue: false },
  });
  return (key, params) => (params === undefined ? engine.t(key) : engine.t(key, params));
}

async function load(language: 'en'): Promise<object> {
  switch (language) {
    case 'en':
      return (await import('../../locales/en.json', { with: { type: 'json' } })).default;
  }
}
