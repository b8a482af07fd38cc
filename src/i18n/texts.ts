import type { TParams } from './keys.ts';

/** A locale's file: sections in sections, texts at their ends. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** Says a text by its key. */
export type Say = (key: string, params?: TParams) => string;

/**
 * Says texts of a language that has one plural form, as Chinese has: all it takes is looking up and filling in, so
 * that the first paint need not wait for a whole engine.
 */
export function plainSay(texts: ReadonlyMap<string, string>): Say {
  return (key, params) => {
    const text = texts.get(key) ?? texts.get(`${key}_other`);
    if (text === undefined) return key;
    return params === undefined
      ? text
      : text.replace(/{{(\w+)}}/g, (blank, name: string) => String(params[name] ?? blank));
  };
}

/** Adds a tree of texts to a table, by their paths. */
export function addTexts(table: Map<string, string>, texts: Texts, path = ''): void {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') table.set(path + key, value);
    else addTexts(table, value, `${path}${key}.`);
  }
}
