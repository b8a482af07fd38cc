import { hasPrivateFiles } from '../private-files.ts';

/** Where the keys of sealed stores are kept: texts by name. */
export interface KeyPlaces {
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
  /** Once it resolves, nothing of it is left to read. */
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}

/**
 * Keys lie in two places apart from the rows, each a file of its own: the database would keep a deleted key readable in
 * its log for days, a file that is deleted is gone from the profile at once. Losing one place loses nothing.
 */
export class KeyFiles implements KeyPlaces {
  readonly #places: readonly KeyPlaces[];

  constructor(places: readonly KeyPlaces[] = [new KeysInCache(), new KeysInFiles()]) {
    this.#places = places;
  }

  /** The newest there is; fails where a place could not be read and no other has it: that is not nothing. */
  async read(name: string): Promise<string | null> {
    const read = await Promise.all(this.#places.map((place) => place.read(name).then(found, failed)));
    const texts = read.flatMap((one) => ('text' in one && one.text !== null ? [one.text] : []));
    if (texts.length === 0) for (const one of read) if ('error' in one) throw one.error;
    return texts.sort((a, b) => turnOf(b) - turnOf(a))[0] ?? null;
  }

  /** Kept once it is in one of them. */
  async write(name: string, text: string): Promise<void> {
    const done = await Promise.all(
      this.#places.map((place) => place.write(name, text).then(() => found(null), failed)),
    );
    if (!done.some((one) => 'text' in one)) for (const one of done) if ('error' in one) throw one.error;
  }

  async remove(name: string): Promise<void> {
    const done = await Promise.all(
      this.#places.map((place) => place.remove(name).then(() => found(null), failed)),
    );
    for (const one of done) if ('error' in one) throw one.error;
  }

  async names(): Promise<readonly string[]> {
    const all = await Promise.all(this.#places.map((place) => place.names().catch(() => [])));
    return [...new Set(all.flat())];
  }
}

type Read = { readonly text: string | null } | { readonly error: unknown };
const found = (text: string | null): Read => ({ text });
const failed = (error: unknown): Read => ({ error });

/** Counts the writings of a record; what counts none is the oldest. */
function turnOf(text: string): number {
  try {
    const { turn }: { turn?: unknown } = JSON.parse(text);
    return typeof turn === 'number' ? turn : 0;
  } catch {
    return -1;
  }
}

const CACHE = 'leling:keys';
const PATH = '/leling-keys/';

/** An entry of Cache Storage is a file. */
class KeysInCache implements KeyPlaces {
  async read(name: string): Promise<string | null> {
    if (!(await caches.has(CACHE))) return null;
    const held = await (await caches.open(CACHE)).match(addressOf(name));
    return held === undefined ? null : held.text();
  }

  async write(name: string, text: string): Promise<void> {
    await (await caches.open(CACHE)).put(addressOf(name), new Response(text));
  }

  async remove(name: string): Promise<void> {
    if (await caches.has(CACHE)) await (await caches.open(CACHE)).delete(addressOf(name));
  }

  async names(): Promise<readonly string[]> {
    if (!(await caches.has(CACHE))) return [];
    const requests = await (await caches.open(CACHE)).keys();
    return requests.map(({ url }) => decodeURIComponent(new URL(url).pathname.slice(PATH.length)));
  }
}

const addressOf = (name: string): string => PATH + encodeURIComponent(name);

const FOLDER = 'leling_keys';
const FILE = 'key';

/**
 * And where there are private files, one of those: in a folder of its own, which goes with whatever a page that was
 * ended in the middle of writing has left beside it.
 */
class KeysInFiles implements KeyPlaces {
  async read(name: string): Promise<string | null> {
    const all = await allFolders();
    if (all === null) return null;
    try {
      const folder = await all.getDirectoryHandle(folderOf(name));
      return await (await (await folder.getFileHandle(FILE)).getFile()).text();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async write(name: string, text: string): Promise<void> {
    const all = await allFolders();
    if (all === null) throw new Error('there are no private files here');
    const folder = await all.getDirectoryHandle(folderOf(name), { create: true });
    const file = await (await folder.getFileHandle(FILE, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }

  async remove(name: string): Promise<void> {
    const all = await allFolders();
    try {
      await all?.removeEntry(folderOf(name), { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async names(): Promise<readonly string[]> {
    const all = await allFolders();
    const names: string[] = [];
    if (all !== null) for await (const folder of all.keys()) names.push(decodeURIComponent(folder));
    return names;
  }
}

async function allFolders(): Promise<FileSystemDirectoryHandle | null> {
  if (!hasPrivateFiles()) return null;
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype))
    return null;
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

const folderOf = (name: string): string => encodeURIComponent(name);
const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
