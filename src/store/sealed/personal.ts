import { scopeOf } from '../../kernel/buckets.ts';
import type { Scope } from '../../kernel/buckets.ts';
import type { Key, StoreName } from '../../protocol/client/ports.ts';

/** The buckets that say something of people. What else a device holds hangs on a wall for everybody. */
const personal: ReadonlySet<Scope> = new Set<Scope>(['people', 'audit', 'staff', 'kiosk']);

/** Whether a bucket's rows are sealed. */
export function isPersonal(bucket: unknown): boolean {
  if (typeof bucket !== 'string') return false;
  try {
    return personal.has(scopeOf(bucket));
  } catch {
    // No bucket of this build: it is not for this build to say that everybody may read it.
    return true;
  }
}

/** Where a value lies, and how. */
interface Place {
  readonly store: StoreName;
  readonly key: Key;
  /** What the seal is bound to, so that a value opens in its own place alone; null where the value is plain. */
  readonly bound: string | null;
}

/** The records of what is held of each bucket, and what the hub answered outside the sync. */
const BUCKET = 'bucket';
const ANSWER = 'answer';

/**
 * Where this build keeps what builds before it kept plain under `key`; null where it is kept as before.
 *
 * All that is sealed lies in `base` under names no earlier build asks for: one that is put back finds nothing of these
 * buckets, and pulls them, and its signing out, which empties `base`, takes rows and their records alike.
 */
export function sealedPlace(store: StoreName, key: Key): Place | null {
  const [first, second] = key;
  const there = { store: 'base', key: [`~${store}`, ...key] } as const;
  if (store === 'base' || store === 'overlay' || store === 'staged')
    return isPersonal(first) ? { ...there, bound: `${store}/${first}` } : null;
  if (store !== 'meta') return null;
  // How far a bucket has been pulled is nobody's secret, and is read before there is a key.
  if (first === BUCKET && isPersonal(second)) return { ...there, bound: null };
  return first === ANSWER ? { ...there, bound: `${store}/${ANSWER}` } : null;
}

/** The lists that hold records of both sorts. */
export const isMixed = (store: StoreName, prefix: Key): boolean =>
  store === 'meta' && prefix.length === 1 && prefix[0] === BUCKET;

export const sealedBuckets: Key = ['~meta', BUCKET];
export const sealedStores: readonly Key[] = [['~base'], ['~overlay'], ['~staged'], ['~meta']];
/** A word under the key itself: what does not open it opens nothing here. */
export const checkKey: Key = ['~check'];
export const checkBound = 'check';
