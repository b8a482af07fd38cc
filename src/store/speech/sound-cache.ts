const CACHE = 'leling-speech';
/** The place sound may take. At some 40 kB a sentence: the pages' own words, a month of menus and classes, and articles. */
const MOST_BYTES = 200 * 1024 * 1024;
/** What is fetched before anybody asks leaves the rest to what people listen to. */
const AHEAD_SHARE = 0.75;
/** How much more than it must is put away at once, of what nobody wants. */
const SPARE = 0.95;
const BYTES = 'x-bytes';
/** How many sounds are looked at together, to learn how long they are. */
const AT_ONCE = 50;

/**
 * Sounds this device has heard of, by who says them, how and what; in no more than a set number of bytes. What nobody
 * wants any more goes first, then what was not listened to for longest. Where nothing can be kept, each is fetched anew.
 */
export class SoundCache {
  readonly #mostBytes: number;
  #held: Promise<Map<string, number>> | null = null;
  #bytes = 0;
  /** What the pages may say as they are now, and what was listened to. */
  readonly #wanted = new Set<string>();
  readonly #heard = new Set<string>();

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  async read(key: string): Promise<Blob | null> {
    try {
      const held = await (await caches.open(CACHE)).match(key);
      if (held === undefined) return null;
      const sound = await held.blob();
      await this.#touch(key, sound.size);
      return sound;
    } catch {
      return null;
    }
  }

  async has(key: string): Promise<boolean> {
    return (await this.#all()).has(pathOf(key));
  }

  async keep(key: string, sound: Blob): Promise<void> {
    if (sound.size > this.#mostBytes) return;
    try {
      const headers = { [BYTES]: String(sound.size) };
      await (await caches.open(CACHE)).put(key, new Response(sound, { headers }));
      this.#note(await this.#all(), pathOf(key), sound.size);
      await this.#shrinkTo(this.#mostBytes, () => true);
    } catch {
      // A full disk: it is fetched again when somebody wants to hear it.
    }
  }

  async forget(key: string): Promise<void> {
    await this.#delete(await this.#all(), pathOf(key));
  }

  /** Says all that the pages may say as they are now: what is not among it, and nobody listened to, makes room for it. */
  want(keys: readonly string[]): void {
    this.#wanted.clear();
    for (const key of keys) this.#wanted.add(pathOf(key));
  }

  /** Whether there is room for what nobody has asked for yet. */
  async hasRoomAhead(): Promise<boolean> {
    const most = this.#mostBytes * AHEAD_SHARE;
    await this.#all();
    if (this.#bytes >= most) await this.#shrinkTo(most * SPARE, (path) => this.#isUnwanted(path));
    return this.#bytes < most;
  }

  async #touch(key: string, bytes: number): Promise<void> {
    const path = pathOf(key);
    this.#heard.add(path);
    this.#note(await this.#all(), path, bytes);
  }

  /** It is the one that was used last. */
  #note(held: Map<string, number>, path: string, bytes: number): void {
    this.#bytes += bytes - (held.get(path) ?? 0);
    held.delete(path);
    held.set(path, bytes);
  }

  async #shrinkTo(most: number, mayGo: (path: string) => boolean): Promise<void> {
    const held = await this.#all();
    if (this.#bytes <= most) return;
    const unheard = (path: string): boolean => !this.#heard.has(path);
    for (const isFirst of [(path: string) => this.#isUnwanted(path), unheard, () => true])
      for (const path of [...held.keys()].filter((one) => isFirst(one) && mayGo(one))) {
        if (this.#bytes <= most) return;
        await this.#delete(held, path);
      }
  }

  #isUnwanted(path: string): boolean {
    return !this.#wanted.has(path) && !this.#heard.has(path);
  }

  async #delete(held: Map<string, number>, path: string): Promise<void> {
    this.#bytes -= held.get(path) ?? 0;
    held.delete(path);
    this.#heard.delete(path);
    try {
      await (await caches.open(CACHE)).delete(path);
    } catch {
      // It is not believed next time either.
    }
  }

  /** What is there, with its bytes, what was used longest ago first. */
  #all(): Promise<Map<string, number>> {
    this.#held ??= this.#look().catch(() => new Map<string, number>());
    return this.#held;
  }

  async #look(): Promise<Map<string, number>> {
    const held = new Map<string, number>();
    const cache = await caches.open(CACHE);
    const paths = (await cache.keys()).map(({ url }) => pathOf(url));
    for (let at = 0; at < paths.length; at += AT_ONCE)
      await Promise.all(
        paths.slice(at, at + AT_ONCE).map(async (path) => {
          const found = await cache.match(path);
          if (found === undefined) return;
          const told = Number(found.headers.get(BYTES) ?? 0);
          held.set(path, told > 0 ? told : (await found.blob()).size);
        }),
      );
    for (const bytes of held.values()) this.#bytes += bytes;
    return held;
  }
}

/** As the browser writes it. */
const pathOf = (key: string): string => new URL(key, location.href).pathname;
