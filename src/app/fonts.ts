/** Shared with the service worker (src/sw/fonts.ts), which answers from it. */
const cacheName = 'leling-fonts';
const restMs = 10_000;

/**
 * Names the typeface's hundred parts to the page, which fetches those it draws with. Until they are there, and where
 * they are not, text stands in the system's own typeface.
 */
export function useTypeface(): void {
  void import('@fontsource-variable/noto-sans-sc').catch(() => undefined);
}

/**
 * Brings the whole typeface onto the device once the face is shown: a dish named with a rare character tomorrow, with
 * the hub gone, is then drawn like the others. One file at a time, after a rest, so that it delays nothing; a file of
 * an older build that no style names any more is dropped.
 */
export function warmFonts(): void {
  if (!('caches' in window)) return;
  setTimeout(() => void warm().catch(() => undefined), restMs);
}

async function warm(): Promise<void> {
  const wanted = fontAddresses();
  if (wanted.size === 0) return;
  const cache = await caches.open(cacheName);
  const held = new Set((await cache.keys()).map((request) => request.url));
  for (const address of wanted) {
    if (!held.has(address)) await cache.add(address);
  }
  for (const address of held) if (!wanted.has(address)) await cache.delete(address);
}

/** Every font file that the page's styles name. */
function fontAddresses(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sheet of Array.from(document.styleSheets)) {
    for (const rule of Array.from(sheet.cssRules)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const source = /url\("?([^")]+\.woff2)"?\)/.exec(rule.style.getPropertyValue('src'));
      if (source?.[1] !== undefined) found.add(new URL(source[1], sheet.href ?? location.href).href);
    }
  }
  return found;
}
