import type { Journal } from '../../protocol/client/ports.ts';
import type { WireMutation } from '../../protocol/wire/wire.ts';
import { cacheName } from './places.ts';
import { parseMutation } from './parse-mutation.ts';

/** Of what was forgotten while OPFS could not be had, so many mids are remembered for it. */
const REMEMBERED = 2000;

/**
 * The journal where there is no OPFS handle: an entry a mutation in Cache Storage, which IndexedDB's damage spares. All
 * pages share it, and what is forgotten is deleted. Where an OPFS journal lies out of reach for now, the mids of what is
 * forgotten stay, so that it does not come back from there.
 */
export class CacheJournal implements Journal {
  readonly #cache: Promise<Cache>;
  readonly #remembers: boolean;

  constructor(name: string, { remembersForgotten = false } = {}) {
    this.#cache = caches.open(cacheName(name));
    // Told to whoever asks.
    this.#cache.catch(() => undefined);
    this.#remembers = remembersForgotten;
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    const cache = await this.#cache;
    await Promise.all(
      mutations.map((one) => cache.put(`${ENTRIES}${one.mid}`, new Response(JSON.stringify(one)))),
    );
  }

  async readAll(): Promise<readonly WireMutation[]> {
    const cache = await this.#cache;
    const entries = await Promise.all(
      (await keysUnder(cache, ENTRIES)).map(async (key) =>
        parseMutation(await (await cache.match(key))?.text()),
      ),
    );
    return entries.filter((one) => one !== null);
  }

  async forget(mids: readonly string[]): Promise<void> {
    const cache = await this.#cache;
    if (this.#remembers)
      await Promise.all(mids.map((mid) => cache.put(`${FORGOTTEN}${mid}`, new Response())));
    await Promise.all(mids.map((mid) => cache.delete(`${ENTRIES}${mid}`)));
    const remembered = await keysUnder(cache, FORGOTTEN);
    const tooMany = remembered.slice(0, Math.max(0, remembered.length - REMEMBERED));
    await Promise.all(tooMany.map((key) => cache.delete(key)));
  }

  /** The mids that an OPFS journal is to forget too. */
  async forgotten(): Promise<readonly string[]> {
    const keys = await keysUnder(await this.#cache, FORGOTTEN);
    return keys.map((key) => new URL(key.url).pathname.slice(FORGOTTEN.length));
  }
}

const ENTRIES = '/journal/';
const FORGOTTEN = '/journal-forgotten/';

const keysUnder = async (cache: Cache, place: string): Promise<readonly Request[]> =>
  (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(place));
