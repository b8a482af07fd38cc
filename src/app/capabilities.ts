/** What this engine can do beyond Chromium 79. Whatever is used behind one of these has a fallback. */
interface Capabilities {
  /** Storage Buckets (Chromium 122): damage to one leaves the others whole. */
  readonly buckets: boolean;
  /** OPFS with synchronous handles (Chromium 102): the journal's best place. */
  readonly opfsHandles: boolean;
  /** IndexedDB transactions that say when they have reached the disk (Chromium 83). */
  readonly strictDurability: boolean;
  readonly locks: boolean;
  readonly cacheStorage: boolean;
  readonly serviceWorker: boolean;
  /** Words found in Chinese text by the engine (Chromium 87). */
  readonly segmenter: boolean;
  readonly speech: boolean;
}

/** `full`: everything; `good`: journal and durability as designed; `basic`: works, with fallbacks; `none`: cannot keep data. */
type Tier = 'full' | 'good' | 'basic' | 'none';

export function capabilities(): Capabilities {
  return {
    buckets: navigator.storageBuckets !== undefined,
    opfsHandles: typeof FileSystemFileHandle !== 'undefined' && 'getDirectory' in (navigator.storage ?? {}),
    strictDurability: typeof IDBTransaction !== 'undefined' && 'durability' in IDBTransaction.prototype,
    locks: 'locks' in navigator,
    cacheStorage: 'caches' in window,
    serviceWorker: 'serviceWorker' in navigator,
    segmenter: typeof Intl !== 'undefined' && 'Segmenter' in Intl,
    speech: 'speechSynthesis' in window,
  };
}

export function tierOf(has: Capabilities): Tier {
  if (typeof indexedDB === 'undefined' || !has.cacheStorage || !has.serviceWorker) return 'none';
  if (!has.locks || !has.strictDurability || !has.opfsHandles) return 'basic';
  return has.buckets ? 'full' : 'good';
}

/** The engine as a person names it: `Chromium 87`. */
export function engineName(agent: string = navigator.userAgent): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [/Chrom(?:e|ium)\/(\d+)/, 'Chromium'],
    [/Firefox\/(\d+)/, 'Firefox'],
    [/Version\/(\d+).*Safari/, 'WebKit'],
  ];
  for (const [pattern, name] of known) {
    const found = pattern.exec(agent);
    if (found?.[1] !== undefined) return `${name} ${found[1]}`;
  }
  return agent.slice(0, 60);
}
