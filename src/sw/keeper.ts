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

/** A file was answered with that is not what its build names. */
interface Spoiled {
  readonly key: string;
  /** The pages it was given to. */
  readonly pages: ReadonlySet<string>;
}

/** What lies on the device before a build is brought: paths on its shelf, names of second copies. */
interface There {
  readonly onShelf: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
}

/** A file that was answered with as it lay there. */
interface Unseen {
  readonly build: Kept;
  readonly proof: Proof;
  readonly pages: Set<string>;
}

/**
 * The files of the builds on this device. None is kept that was not proved by its hash. A page's start waits for no
 * hashing: it gets what lies there, which is looked into a little later (`prove`), once in each life of the worker. What
 * is missing or spoiled is taken from another build, from beside, or from the hub.
 */
export class Keeper {
  readonly #shelves: Shelves;
  readonly #aside: Aside;
  readonly #hub: Hub;
  readonly #healed: Healed;
  /** Found right in this life of the worker, by build and path. */
  readonly #seenRight = new Set<string>();
  readonly #unseen = new Map<string, Unseen>();
  readonly #opened = new Map<string, Promise<Shelf | undefined>>();

  constructor(shelves: Shelves, aside: Aside, hub: Hub, healed: Healed) {
    this.#shelves = shelves;
    this.#aside = aside;
    this.#hub = hub;
    this.#healed = healed;
  }

  /** Brings a build onto the device. Null while one file is missing or not what the list names; what has come stays for the next time. */
  async gather(key: string, list: BuildList, others: readonly Kept[]): Promise<Kept | null> {
    const shelf = await this.#open(key);
    let headers: Readonly<Record<string, string>> = {};
    const page = list.files.find(({ url }) => url.endsWith('.html'));
    if (page !== undefined) {
      // First of all, since it says how pages are shown; and a stranger on the line is found out at the first file.
      const answer = await this.#hub.proved(page);
      if (answer === null) return null;
      headers = answer.headers;
    }
    const left = [...list.files];
    const there = await this.#there(shelf);
    let whole = true;
    const carry = async (): Promise<void> => {
      for (let proof = left.shift(); proof !== undefined && whole; proof = left.shift()) {
        whole = (await this.#bring(shelf, proof, headers, others, there)) && whole;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, carry));
    return whole ? { key, list, headers } : null;
  }

  /** One file of a build for a page, with what the engine compiled of it; null where it is nowhere. */
  async read(build: Kept, proof: Proof, others: readonly Kept[], pageId: string): Promise<Response | null> {
    const held = await matched(await this.#open(build.key), proof.url);
    if (held === undefined) return this.#fetchedAnew(build, proof, others);
    const place = placeOf(build, proof);
    if (!this.#seenRight.has(place)) {
      const unseen = this.#unseen.get(place) ?? { build, proof, pages: new Set<string>() };
      unseen.pages.add(pageId);
      this.#unseen.set(place, unseen);
    }
    return held;
  }

  /** One file of a build, proved; null where it is nowhere. */
  async proved(build: Kept, proof: Proof, others: readonly Kept[]): Promise<Response | null> {
    const content = await provedOf(await matched(await this.#open(build.key), proof.url), proof);
    if (content === null) return this.#fetchedAnew(build, proof, others);
    this.#seenRight.add(placeOf(build, proof));
    return answerOf(proof.url, content, build.headers);
  }

  /** Looks into what was answered with unseen, one file after another, and mends what is spoiled. */
  async prove(kept: readonly Kept[]): Promise<readonly Spoiled[]> {
    const spoiled: Spoiled[] = [];
    for (const [place, { build, proof, pages }] of [...this.#unseen]) {
      this.#unseen.delete(place);
      const shelf = await this.#open(build.key);
      if ((await provedOf(await matched(shelf, proof.url), proof)) !== null) {
        this.#seenRight.add(place);
        continue;
      }
      const others = kept.filter(({ key }) => key !== build.key);
      await this.#fetchedAnew(build, proof, others);
      spoiled.push({ key: build.key, pages });
    }
    return spoiled;
  }

  /** Whether all of a build can be read, after mending what can be mended. */
  async isWhole(build: Kept, others: readonly Kept[]): Promise<boolean> {
    for (const proof of build.list.files) {
      if ((await this.proved(build, proof, others)) === null) return false;
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
    this.#opened.delete(key);
    await this.#shelves.delete(shelfOf(key)).catch(() => false);
  }

  async #bring(
    shelf: Shelf | undefined,
    proof: Proof,
    headers: Readonly<Record<string, string>>,
    others: readonly Kept[],
    there: There,
  ): Promise<boolean> {
    const lies = there.onShelf.has(proof.url);
    if (lies && (await provedOf(await matched(shelf, proof.url), proof)) !== null) return true;
    const content = await this.#elsewhere(proof, others, { aside: there.aside });
    return content !== null && put(shelf, proof.url, answerOf(proof.url, content, headers));
  }

  /** What lies here by name, found out once: to ask for each of two hundred files that are not there takes a device longer. */
  async #there(shelf: Shelf | undefined): Promise<There> {
    const [onShelf, aside] = await Promise.all([named(shelf), this.#aside.names()]);
    return { onShelf, aside: new Set(aside) };
  }

  async #fetchedAnew(build: Kept, proof: Proof, others: readonly Kept[]): Promise<Response | null> {
    const content = await this.#elsewhere(proof, others, { past: true, withinMs: PAGE_WAITS_MS });
    if (content === null) return null;
    this.#healed('build-refetched', proof.url);
    await put(await this.#open(build.key), proof.url, answerOf(proof.url, content, build.headers));
    return answerOf(proof.url, content, build.headers);
  }

  /** The same content wherever it is, nearest first: nobody waits for a hub where the device has the answer. */
  async #elsewhere(
    proof: Proof,
    others: readonly Kept[],
    {
      aside,
      ...how
    }: { readonly past?: boolean; readonly withinMs?: number; readonly aside?: ReadonlySet<string> },
  ): Promise<ArrayBuffer | null> {
    for (const { key, list } of others) {
      const same = list.files.find(({ sha256 }) => sha256 === proof.sha256);
      if (same === undefined) continue;
      const content = await provedOf(await matched(await this.#open(key), same.url), proof);
      if (content !== null) return content;
    }
    const name = COPY + proof.sha256;
    const copy = aside?.has(name) === false ? null : await this.#aside.read(name);
    if (copy !== null) {
      if (await proves(copy, proof)) return copy;
      // It is written anew with the next copying.
      await this.#aside.remove(name);
    }
    return (await this.#hub.proved(proof, how))?.content ?? null;
  }

  /** Opened once: each opening is a way to another process and back, and a page starts with twenty files. */
  #open(key: string): Promise<Shelf | undefined> {
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const opening = this.#shelves.open(shelfOf(key)).catch(() => {
      this.#opened.delete(key);
      return undefined;
    });
    this.#opened.set(key, opening);
    return opening;
  }
}

const placeOf = ({ key }: Kept, { url }: Proof): string => `${key} ${url}`;

/** A shelf that cannot be read holds nothing. */
const matched = async (shelf: Shelf | undefined, url: string): Promise<Response | undefined> => {
  try {
    return await shelf?.match(url);
  } catch {
    return undefined;
  }
};

/** The paths of what lies on a shelf. */
const named = async (shelf: Shelf | undefined): Promise<ReadonlySet<string>> => {
  try {
    return new Set((await shelf?.keys())?.map(({ url }) => new URL(url).pathname));
  } catch {
    return new Set();
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
