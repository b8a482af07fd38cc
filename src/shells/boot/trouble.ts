import { useTypeface } from '../../app/fonts.ts';

/** Why a face cannot start here. */
export type TroubleKind =
  /** A page on a plain `http` address: no service worker, no locks, nothing to keep offline with. */
  | 'insecure'
  /** No IndexedDB (a private window, an old or locked-down browser). */
  | 'no-database'
  /** The device's storage has no room. */
  | 'full'
  /** The local store does not open, or the program failed. */
  | 'broken';

/** What can be told before anything is opened. */
export function troubleHere(): TroubleKind | null {
  if (!window.isSecureContext) return 'insecure';
  if (typeof indexedDB === 'undefined') return 'no-database';
  return null;
}

/** Shows the trouble in words a person can read, in place of whatever the page shows. */
export async function showTrouble(kind: TroubleKind, error?: unknown): Promise<void> {
  if (error !== undefined) console.error(error);
  useTypeface();
  const { LlTroublePage } = await import('./trouble-page.ts');
  const page = new LlTroublePage();
  page.kind = kind;
  page.detail = error === undefined ? '' : String(error);
  document.body.textContent = '';
  document.body.append(page);
}
