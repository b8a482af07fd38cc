import type { BuildList, Proof } from './build-list.ts';
import type { Kept } from './builds.ts';
import { answerOf, type Hub } from './hub.ts';
import type { Aside, Healed, Shelf, Shelves } from './ports.ts';
import { contentOf, proves } from './proof.ts';

const AT_ONCE = 6;
/** A page waits for a file that has to be fetched again no longer than this. */
const PAGE_WAITS_MS = 5000;
const COPY = 'file-';

const shelfOf = (key: string): string => `leling:build:${key}`;

/**
 * The files of the builds on this device. None is kept that was not proved by its hash, and none is answered with
 * that is not proved still: what a disk has spoiled is taken from another build, from beside, or from the hub.
 */
export class Keeper {
  readonly #shelves: Shelves;
  readonly #aside: Aside;
  readonly #hub: Hub;
  readonly #healed: Healed;
  /** Read and found right in this life of the worker, by build and path. */
  readonly #seenRight = new Set<string>();

  constructor(shelves: Shelves, aside: Aside, hub: Hub, healed: Healed) {
    this.#shelves = shelves;
    this.#aside = aside;
    this.#hub = hub;
    this.#healed = healed;
  }

  /** Brings a build onto the device. Null while one file is missing or not what the list names; what has come stays for the next time. */
  async gather(key: string, list: BuildList, others: readonly Kept[]): Promise<Kept | null> {
    const shelf = await this.#shelves.open(shelfOf(key));
    let headers: Readonly<Record<string, string>> = {};
    const page = list.files.find(({ url }) => url.endsWith('.html'));
    if (page !== undefined) {
      // First of all, since it says how pages are shown; and a stranger on the line is found out at the first file.
      const answer = await this.#hub.proved(page);
      if (answer === null) return null;
      headers = answer.headers;
    }
    const left = [...list.files];
    let whole = true;
    const carry = async (): Promise<void> => {
      for (let proof = left.shift(); proof !== undefined && whole; proof = left.shift()) {
        whole = (await this.#bring(shelf, proof, headers, others)) && whole;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, carry));
    return whole ? { key, list, headers } : null;
  }

  /** One file of a build, proved; null where it is nowhere. */
  async read(build: Kept, proof: Proof, others: readonly Kept[]): Promise<Response | null> {
    const place = `${build.key} ${proof.url}`;
    const shelf = await this.#open(build.key);
    if (this.#seenRight.has(place)) {
      const held = await matched(shelf, proof.url);
      if (held !== undefined) return held;
    }
    // Read twice at once: one is proved, and the other goes out as it lies there, with what the engine compiled of it.
    const [held, again] = await Promise.all([matched(shelf, proof.url), matched(shelf, proof.url)]);
    if (held !== undefined && again !== undefined && (await isRight(held, proof))) {
      this.#seenRight.add(place);
      return again;
    }
    const content = await this.#elsewhere(proof, others, { past: true, withinMs: PAGE_WAITS_MS });
    if (content === null) return null;
    this.#healed('build-refetched', proof.url);
    await put(shelf, proof.url, answerOf(proof.url, content, build.headers));
    return answerOf(proof.url, content, build.headers);
  }

  /** Whether all of a build can be read, after mending what can be mended. */
  async isWhole(build: Kept, others: readonly Kept[]): Promise<boolean> {
    for (const proof of build.list.files) {
      if ((await this.read(build, proof, others)) === null) return false;
    }
    return true;
  }

  /** Puts a build's files where damage to the caches does not reach them; files of no build named here go. */
  async copyAside(builds: readonly Kept[]): Promise<void> {
    const held = new Set(await this.#aside.names());
    const wanted = new Set<string>();
    for (const build of builds) {
      const shelf = await this.#open(build.key);
      for (const proof of build.list.files) {
        const name = COPY + proof.sha256;
        wanted.add(name);
        if (held.has(name)) continue;
        const content = await provedOf(await matched(shelf, proof.url), proof);
        if (content !== null) await this.#aside.write(name, content);
      }
    }
    for (const name of held) if (name.startsWith(COPY) && !wanted.has(name)) await this.#aside.remove(name);
  }

  async drop(key: string): Promise<void> {
    await this.#shelves.delete(shelfOf(key)).catch(() => false);
  }

  async #bring(
    shelf: Shelf,
    proof: Proof,
    headers: Readonly<Record<string, string>>,
    others: readonly Kept[],
  ): Promise<boolean> {
    if ((await provedOf(await matched(shelf, proof.url), proof)) !== null) return true;
    const content = await this.#elsewhere(proof, others, {});
    return content !== null && put(shelf, proof.url, answerOf(proof.url, content, headers));
  }

  /** The same content wherever it is, nearest first: nobody waits for a hub where the device has the answer. */
  async #elsewhere(
    proof: Proof,
    others: readonly Kept[],
    how: { readonly past?: boolean; readonly withinMs?: number },
  ): Promise<ArrayBuffer | null> {
    for (const { key, list } of others) {
      const same = list.files.find(({ sha256 }) => sha256 === proof.sha256);
      if (same === undefined) continue;
      const content = await provedOf(await matched(await this.#open(key), same.url), proof);
      if (content !== null) return content;
    }
    const copy = await this.#aside.read(COPY + proof.sha256);
    if (copy !== null && (await proves(copy, proof))) return copy;
    return (await this.#hub.proved(proof, how))?.content ?? null;
  }

  #open(key: string): Promise<Shelf | undefined> {
    return this.#shelves.open(shelfOf(key)).then(
      (shelf) => shelf,
      () => undefined,
    );
  }
}

/** A shelf that cannot be read holds nothing. */
const matched = async (shelf: Shelf | undefined, url: string): Promise<Response | undefined> => {
  try {
    return await shelf?.match(url);
  } catch {
    return undefined;
  }
};

const put = async (shelf: Shelf | undefined, url: string, answer: Response): Promise<boolean> => {
  try {
    await shelf?.put(url, answer);
    return shelf !== undefined;
  } catch {
    return false;
  }
};

async function provedOf(held: Response | undefined, proof: Proof): Promise<ArrayBuffer | null> {
  const content = held === undefined ? null : await contentOf(held);
  return content !== null && (await proves(content, proof)) ? content : null;
}

const isRight = async (held: Response, proof: Proof): Promise<boolean> =>
  (await provedOf(held, proof)) !== null;
