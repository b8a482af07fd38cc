import { useTypeface } from '../../app/fonts.ts';
import type { TroubleKind } from './trouble-kind.ts';

/** What can be told before anything is opened. */
export function troubleHere(): TroubleKind | null {
  if (!window.isSecureContext) return 'insecure';
  if (typeof indexedDB === 'undefined') return 'no-database';
  return null;
}

/**
 * Shows the trouble in words a person can read, in place of whatever the page shows. `stands` is asked once the page is
 * loaded: by then the trouble may be over.
 */
export async function showTrouble(
  kind: TroubleKind,
  error?: unknown,
  stands: () => boolean = () => true,
): Promise<HTMLElement | null> {
  if (error !== undefined) console.error(error);
  useTypeface();
  const { LlTroublePage } = await import('./trouble-page.ts');
  if (!stands()) return null;
  const page = new LlTroublePage();
  page.kind = kind;
  page.detail = error === undefined ? '' : String(error);
  document.body.textContent = '';
  document.body.append(page);
  return page;
}

export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
