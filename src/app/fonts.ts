/**
 * Names the typeface's hundred parts to the page, which fetches those it draws with. Until they are there, and where
 * they are not, text stands in the system's own typeface.
 */
export function useTypeface(): void {
  void import('./typeface.ts').catch(() => undefined);
}
