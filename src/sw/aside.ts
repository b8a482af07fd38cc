import type { Aside, Shelves } from './ports.ts';
import { contentOf } from './proof.ts';

const FOLDER = 'leling-app';
/**
 * A file written for the first time is called so until all of it is there; where an engine cannot give a file another name
 * this one stands beside it. One that is cut off has a name already, and nothing inside.
 */
const BEGUN = 'begun-';

/** What this worker is just writing is not cut off. */
const writing = new Set<string>();

/** Beside the caches: the origin's private files. */
const filesAside: Aside = {
  async read(name) {
    try {
      const file = await (await (await folder()).getFileHandle(name)).getFile();
      return await file.arrayBuffer();
    } catch {
      return null;
    }
  },
  async write(name, content) {
    writing.add(name);
    try {
      const here = await folder();
      if (await holds(here, name)) {
        await fill(await here.getFileHandle(name), content);
        return true;
      }
      const begun: Movable = await here.getFileHandle(BEGUN + name, { create: true });
      if (begun.move !== undefined) {
        await fill(begun, content);
        if (await moved(begun, name)) return true;
      }
      await fill(await here.getFileHandle(name, { create: true }), content);
      await filesAside.remove(BEGUN + name);
      return true;
    } catch {
      return false;
    } finally {
      writing.delete(name);
    }
  },
  async names() {
    const found: string[] = [];
    try {
      for await (const name of (await folder()).keys()) found.push(name);
    } catch {
      // Those that could be named.
    }
    const begun = found.filter((name) => name.startsWith(BEGUN)).map((name) => name.slice(BEGUN.length));
    for (const name of begun) {
      if (writing.has(name)) continue;
      await filesAside.remove(name);
      await filesAside.remove(BEGUN + name);
    }
    return found.filter((name) => !name.startsWith(BEGUN) && !begun.includes(name));
  },
  async remove(name) {
    try {
      await (await folder()).removeEntry(name);
    } catch {
      // It is gone, or goes the next time.
    }
  },
};

/**
 * Where an engine has no such files: a cache that no page is answered from. Chromium 80 loses the scripts of a page that is
 * open when it ends, since it is writing beside each what it compiled of it; what no page is given it does not write to.
 */
const cacheAside = (shelves: Shelves): Aside => ({
  async read(name) {
    try {
      const held = await (await shelves.open(FOLDER)).match(`/${name}`);
      return held === undefined ? null : await contentOf(held);
    } catch {
      return null;
    }
  },
  async write(name, content) {
    try {
      await (await shelves.open(FOLDER)).put(`/${name}`, new Response(content));
      return true;
    } catch {
      return false;
    }
  },
  async names() {
    try {
      const held = await (await shelves.open(FOLDER)).keys();
      return held.map(({ url }) => new URL(url).pathname.slice(1));
    } catch {
      return [];
    }
  },
  async remove(name) {
    try {
      await (await shelves.open(FOLDER)).delete(`/${name}`);
    } catch {
      // It is gone, or goes the next time.
    }
  },
});

const hasFiles = (): boolean =>
  typeof FileSystemFileHandle === 'function' &&
  'createWritable' in FileSystemFileHandle.prototype &&
  'getDirectory' in (navigator.storage ?? {});

/** The second copy's place in this engine. */
export const asideOf = (shelves: Shelves): Aside => (hasFiles() ? filesAside : cacheAside(shelves));

/** Chromium 110 and later, Firefox, Safari: in a standard to come. */
interface Movable extends FileSystemFileHandle {
  readonly move?: (name: string) => Promise<void>;
}

const moved = async (file: Movable, name: string): Promise<boolean> => {
  try {
    await file.move?.(name);
    return true;
  } catch {
    return false;
  }
};

async function fill(
  handle: FileSystemFileHandle,
  content: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

const holds = (here: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  here.getFileHandle(name).then(
    () => true,
    () => false,
  );
