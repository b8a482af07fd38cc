/** What the browser did not take, as long as the page lasts. */
export const here = new Map<string, string>();

/** A text of Local Storage; null where there is none. Where a browser keeps nothing there, each page knows its own. */
export function readText(key: string): string | null {
  try {
    return here.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in Local Storage. False where it lasts only as long as the page. */
export function writeText(key: string, text: string): boolean {
  here.delete(key);
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    here.set(key, text);
    return false;
  }
}
