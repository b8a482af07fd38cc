import { folderName } from '../../src/store/journal/places.ts';

/** The folder of a store's journal, made where there is none. */
export const folderOf = async (name: string): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName(name), { create: true });
};
export const filesOf = async (name: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const file of (await folderOf(name)).keys()) names.push(file);
  return names;
};

/** Waits until the engine has let the files of an ended worker go: only then can anybody else write to them. */
export const letGo = async (name: string): Promise<void> => {
  const folder = await folderOf(name);
  for (const file of await filesOf(name)) {
    const handle = await folder.getFileHandle(file);
    let writer: FileSystemWritableFileStream | null = null;
    while (writer === null) {
      writer = await handle.createWritable({ keepExistingData: true }).catch(() => null);
      if (writer === null) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await writer.abort();
  }
};

/** How long a journal's worker may say nothing, and how long one waits before other pages are looked at again, ms. */
const [WORKER_MS, AGAIN_MS] = [10_000, 100];

/**
 * Those that are asked have the time that a busy machine needs: no worker is given up, and other pages have ten times as
 * long to let go. Returns how it is as before.
 */
export function nobodyIsLate(): () => void {
  const { setTimeout: own } = window;
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0): number =>
      ms === WORKER_MS ? 0 : own(run, ms === AGAIN_MS ? 10 * ms : ms),
  });
  return () => void Object.assign(window, { setTimeout: own });
}
