import type { Journal } from '../../protocol/client/ports.ts';
import type { WireMutation } from '../../protocol/wire/wire.ts';
import { parseMutation } from './parse-mutation.ts';

/** The journal where there is no OPFS handle: an entry a mutation in Cache Storage, which IndexedDB's damage spares. */
export class CacheJournal implements Journal {
  readonly #cache: Promise<Cache>;

  constructor(name: string) {
    this.#cache = caches.open(`${name}:journal`);
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    const cache = await this.#cache;
    await Promise.all(
      mutations.map((one) => cache.put(addressOf(one.mid), new Response(JSON.stringify(one)))),
    );
  }

  async readAll(): Promise<readonly WireMutation[]> {
    const cache = await this.#cache;
    const entries = await Promise.all(
      (await cache.keys()).map(async (key) => parseMutation(await (await cache.match(key))?.text())),
    );
    return entries.filter((one) => one !== null);
  }

  async forget(mids: readonly string[]): Promise<void> {
    const cache = await this.#cache;
    await Promise.all(mids.map((mid) => cache.delete(addressOf(mid))));
  }
}

const addressOf = (mid: string): string => `/journal/${mid}`;
