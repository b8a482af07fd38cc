import { here } from './local-texts.ts';

/** Forgets a text of Local Storage. */
export function dropText(key: string): void {
  here.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // There is none where nothing is kept.
  }
}

/** The keys under which texts are kept. */
export function textKeys(): readonly string[] {
  try {
    return [...here.keys(), ...Object.keys(localStorage)];
  } catch {
    return [...here.keys()];
  }
}
