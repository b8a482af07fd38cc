import { isObject } from './build-list.ts';

/** What a page says to the worker (src/app/worker.ts says it); `build` is the build it runs, by its own word. */
export type Word =
  /**
   * It is open and well, and asks how its builds stand. `look`: the hub was just heard again; `hub`: which hub it has got
   * through to, null where it has not yet.
   */
  | { readonly type: 'HERE'; readonly build: string; readonly look: boolean; readonly hub: string | null }
  /** Its face stands on the glass; `talks`: it syncs with the hub. */
  | { readonly type: 'READY'; readonly build: string; readonly talks: boolean }
  | { readonly type: 'SYNCED'; readonly build: string }
  /** Its store is slow to open or is being mended, or its hub takes its time to say who it is: it will stand, later. */
  | { readonly type: 'OPENING'; readonly build: string }
  /** It cannot start. */
  | { readonly type: 'FAILED'; readonly build: string }
  /** It cannot start, or waits for a person to open it, and another build would do no better. */
  | { readonly type: 'FORGIVE'; readonly build: string }
  /** No page is used: the build of this key may have them. */
  | { readonly type: 'TAKE-OVER'; readonly key: string }
  /** Which parts of the typeface does the device lack? */
  | { readonly type: 'FONTS' }
  /** From a page of a build before this worker: which one waits, and that it may come. */
  | { readonly type: 'BUILD' }
  | { readonly type: 'SKIP_WAITING' };

/** Null for what no page of ours says. */
export function readWord(said: unknown): Word | null {
  if (!isObject(said)) return null;
  const { type, build, key, look, talks, hub } = said;
  switch (type) {
    case 'HERE':
      return typeof build === 'string'
        ? { type, build, look: look === true, hub: typeof hub === 'string' ? hub : null }
        : null;
    case 'READY':
      return typeof build === 'string' ? { type, build, talks: talks === true } : null;
    case 'SYNCED':
    case 'OPENING':
    case 'FAILED':
    case 'FORGIVE':
      return typeof build === 'string' ? { type, build } : null;
    case 'TAKE-OVER':
      return typeof key === 'string' ? { type, key } : null;
    case 'FONTS':
    case 'BUILD':
    case 'SKIP_WAITING':
      return { type };
    default:
      return null;
  }
}
