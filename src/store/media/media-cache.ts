/** The address of a media file, at the hub and in the cache. */
export const mediaAddress = (hash: string): string => `/media/${hash}`;

const chunkAddress = (hash: string, index: number): string => `/media/${hash}/chunk/${index}`;
const partAddress = (hash: string, index: number): string => `${chunkAddress(hash, index)}/part`;

/**
 * The files' bytes in Cache Storage. A whole file stands under its own address, where the service worker
 * (src/sw/media.ts) answers any range from it; the chunks of one under way stand beside it.
 */
export class MediaCache {
  readonly #cache: Promise<Cache>;

  constructor(name = 'leling-media') {
    this.#cache = caches.open(name);
    // Told to whoever asks.
    this.#cache.catch(() => undefined);
  }

  async has(hash: string): Promise<boolean> {
    return (await (await this.#cache).match(mediaAddress(hash))) !== undefined;
  }

  /** A whole file's bytes. */
  async read(hash: string): Promise<Blob | undefined> {
    return (await (await this.#cache).match(mediaAddress(hash)))?.blob();
  }

  async putChunk(hash: string, index: number, bytes: ArrayBuffer): Promise<void> {
    await (await this.#cache).put(chunkAddress(hash, index), new Response(bytes));
  }

  /** What has come of a chunk whose line broke; null where nothing has. */
  async part(hash: string, index: number): Promise<Uint8Array | null> {
    const held = await (await this.#cache).match(partAddress(hash, index));
    return held === undefined ? null : new Uint8Array(await held.arrayBuffer());
  }

  async putPart(hash: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await (await this.#cache).put(partAddress(hash, index), new Response(bytes));
  }

  async dropPart(hash: string, index: number): Promise<void> {
    await (await this.#cache).delete(partAddress(hash, index));
  }

  /** Puts the whole together from its chunks; false when one is missing or the sum is not the file's size. */
  async assemble(hash: string, chunks: number, mime: string, sizeBytes: number): Promise<boolean> {
    const cache = await this.#cache;
    const parts: Blob[] = [];
    for (let index = 0; index < chunks; index += 1) {
      const held = await cache.match(chunkAddress(hash, index));
      if (held === undefined) return false;
      parts.push(await held.blob());
    }
    const whole = new Blob(parts, { type: mime });
    if (whole.size !== sizeBytes) return false;
    const headers = { 'content-type': mime, 'content-length': String(whole.size), 'accept-ranges': 'bytes' };
    await cache.put(mediaAddress(hash), new Response(whole, { headers }));
    return true;
  }

  async dropChunk(hash: string, index: number): Promise<void> {
    await (await this.#cache).delete(chunkAddress(hash, index));
  }

  async dropChunks(hash: string, chunks: number): Promise<void> {
    const cache = await this.#cache;
    await Promise.all(Array.from({ length: chunks }, (_, index) => cache.delete(chunkAddress(hash, index))));
  }

  /** Gives up a file, whole or under way; false where nothing of it was here. */
  async remove(hash: string): Promise<boolean> {
    const cache = await this.#cache;
    const own = (await cache.keys()).filter((key) =>
      new URL(key.url).pathname.startsWith(mediaAddress(hash)),
    );
    await Promise.all(own.map((key) => cache.delete(key)));
    return own.length > 0;
  }
}
