/** Texts nested by key, as a file of `locales/` holds them. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/**
 * Looks texts up in the source language. Chinese has one plural form and no inflection: to find a text and fill in what
 * is named needs no engine, and so i18next, a third of what a television would load, comes with the first other language.
 * What it answers is what i18next would (test/ui/translate.test.ts).
 */
export function sourceText(
  texts: Texts,
  key: string,
  params?: Readonly<Record<string, string | number>>,
): string {
  const text =
    params?.['count'] === undefined ? find(texts, key) : (find(texts, `${key}_other`) ?? find(texts, key));
  if (text === undefined) return key;
  if (params === undefined) return text;
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''));
}

function find(texts: Texts, key: string): string | undefined {
  let at: string | Texts | undefined = texts;
  for (const part of key.split('.')) {
    if (at === undefined || typeof at === 'string') return undefined;
    at = at[part];
  }
  return typeof at === 'string' ? at : undefined;
}
