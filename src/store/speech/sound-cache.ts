const CACHE = 'leling-speech';
/** Some 40 kB each: a city's policies, a month of menus and classes in two languages. The oldest go first. */
const MOST = 4000;
/** How many are put away at once, so that it is not done for every sentence. */
const AT_ONCE = 200;

/** Sounds this device has heard of, by who says them, how and what. Where nothing can be kept, each is fetched anew. */
export class SoundCache {
  #count: number | null = null;

  async read(key: string): Promise<Blob | null> {
    try {
      const held = await (await caches.open(CACHE)).match(key);
      return held === undefined ? null : await held.blob();
    } catch {
      return null;
    }
  }

  async has(key: string): Promise<boolean> {
    try {
      return (await (await caches.open(CACHE)).match(key)) !== undefined;
    } catch {
      return false;
    }
  }

  async keep(key: string, sound: Blob): Promise<void> {
    try {
      const cache = await caches.open(CACHE);
      await cache.put(key, new Response(sound));
      this.#count = (this.#count ?? (await cache.keys()).length) + 1;
      if (this.#count > MOST) await this.#makeRoom(cache);
    } catch {
      // A full disk: it is fetched again when somebody wants to hear it.
    }
  }

  async forget(key: string): Promise<void> {
    try {
      await (await caches.open(CACHE)).delete(key);
    } catch {
      // It is not believed next time either.
    }
  }

  async #makeRoom(cache: Cache): Promise<void> {
    const keys = await cache.keys();
    for (const key of keys.slice(0, keys.length - MOST + AT_ONCE)) await cache.delete(key);
    this.#count = Math.min(keys.length, MOST - AT_ONCE);
  }
}
