import { isObject, isProof, type BuildList } from './build-list.ts';
import { noBuilds, type Builds, type Kept, type Standing } from './builds.ts';
import type { Aside, Shelves } from './ports.ts';
import { sha256 } from './proof.ts';

const PLACES = ['leling:builds', 'leling:builds:copy'];
const AT = '/builds';
const ASIDE = 'builds';

/**
 * What the worker knows of its builds, over its own end: it is stopped at any time. It lies in two caches and beside
 * them; a copy that is not what was written is none.
 */
export class Memory {
  readonly #shelves: Shelves;
  readonly #aside: Aside;
  #recalling: Promise<void> | undefined;
  #now: Builds = noBuilds;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(shelves: Shelves, aside: Aside) {
    this.#shelves = shelves;
    this.#aside = aside;
  }

  async read(): Promise<Builds> {
    this.#recalling ??= this.#recall().then((found) => {
      this.#now = found;
    });
    await this.#recalling;
    return this.#now;
  }

  /** Another worker may have written meanwhile: what is known is read anew. */
  forget(): void {
    this.#recalling = undefined;
  }

  /** Resolves once the change is written, as far as anything can be. */
  async change(how: (before: Builds) => Builds): Promise<Builds> {
    const now = await this.changeSoon(how);
    await this.#writing;
    return now;
  }

  /** For who has a page waiting: the change is written behind its back (`written`). */
  async changeSoon(how: (before: Builds) => Builds): Promise<Builds> {
    await this.read();
    // As it is now: all who wait for what is read at a start go on at once, and none may undo another's change.
    const before = this.#now;
    const now = how(before);
    if (now === before) return now;
    this.#now = now;
    this.#writing = this.#writing.then(() => this.#write(now));
    return now;
  }

  /** Resolves once all that was changed is written. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #recall(): Promise<Builds> {
    await this.#writing;
    for (const place of PLACES) {
      const found = await opened(await this.#fromShelf(place));
      if (found !== null) return found;
    }
    return (await opened(await this.#aside.read(ASIDE))) ?? noBuilds;
  }

  async #fromShelf(place: string): Promise<ArrayBuffer | null> {
    try {
      const held = await (await this.#shelves.open(place)).match(AT);
      return held === undefined ? null : await held.arrayBuffer();
    } catch {
      return null;
    }
  }

  async #write(builds: Builds): Promise<void> {
    const text = JSON.stringify(builds);
    const content = new TextEncoder().encode(`${await sha256(new TextEncoder().encode(text))}\n${text}`);
    for (const place of PLACES) {
      try {
        await (await this.#shelves.open(place)).put(AT, new Response(content));
      } catch {
        // One of the others has it.
      }
    }
    await this.#aside.write(ASIDE, content);
  }
}

async function opened(content: ArrayBuffer | null): Promise<Builds | null> {
  if (content === null) return null;
  const [sum = '', text = ''] = new TextDecoder().decode(content).split('\n');
  if ((await sha256(new TextEncoder().encode(text))) !== sum) return null;
  const found: unknown = JSON.parse(text);
  return isBuilds(found) ? found : null;
}

/** An older or a newer worker may have written it otherwise. */
function isBuilds(value: unknown): value is Builds {
  if (!isObject(value)) return false;
  const { kept, current, previous, trial, waiting, bad, hub, had, again, startedMs } = value;
  return (
    (hub === undefined || typeof hub === 'string') &&
    (had === undefined || Array.isArray(had)) &&
    (startedMs === undefined || typeof startedMs === 'number') &&
    (again == null || isAgain(again)) &&
    Array.isArray(kept) &&
    kept.every(isKept) &&
    (current === null || isStanding(current)) &&
    (trial === null || isStanding(trial)) &&
    isKey(previous) &&
    isKey(waiting) &&
    Array.isArray(bad) &&
    bad.every((one) => isObject(one) && typeof one['key'] === 'string' && typeof one['id'] === 'string')
  );
}

const isAgain = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['looks'] === 'number' &&
  (value['atMs'] === undefined || typeof value['atMs'] === 'number');

const isKey = (value: unknown): value is string | null => value === null || typeof value === 'string';

const isKept = (value: unknown): value is Kept =>
  isObject(value) && typeof value['key'] === 'string' && isObject(value['headers']) && isList(value['list']);

const isList = (value: unknown): value is BuildList =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['readyWithinMs'] === 'number' &&
  typeof value['syncWithinMs'] === 'number' &&
  Array.isArray(value['files']) &&
  value['files'].every(isProof);

const isStanding = (value: unknown): value is Standing =>
  isObject(value) &&
  typeof value['key'] === 'string' &&
  Array.isArray(value['proved']) &&
  isObject(value['begun']) &&
  typeof value['talks'] === 'boolean' &&
  typeof value['synced'] === 'boolean' &&
  typeof value['unsyncedMs'] === 'number';
