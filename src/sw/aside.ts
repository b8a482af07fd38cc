import type { Aside } from './ports.ts';

const FOLDER = 'leling-app';

/** Beside the caches: the origin's private files, where the engine has them for workers. */
export const filesAside: Aside = {
  async read(name) {
    try {
      const file = await (await (await folder()).getFileHandle(name)).getFile();
      return await file.arrayBuffer();
    } catch {
      return null;
    }
  },
  async write(name, content) {
    try {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      await stream.write(content);
      await stream.close();
      return true;
    } catch {
      return false;
    }
  },
  async names() {
    const found: string[] = [];
    try {
      for await (const name of (await folder()).keys()) found.push(name);
    } catch {
      // Those that could be named.
    }
    return found;
  },
  async remove(name) {
    try {
      await (await folder()).removeEntry(name);
    } catch {
      // It is gone, or goes the next time.
    }
  },
};

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
