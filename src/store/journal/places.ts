import { hasPrivateFiles } from '../private-files.ts';

/** The folder in OPFS where the journal of a (device, actor) is. */
export const folderName = (name: string): string => `${name}:journal`.replace(/[^\w-]/g, '_');

/** Its cache, where it has no OPFS. */
export const cacheName = (name: string): string => `${name}:journal`;

/** Whether a journal in OPFS has ever been written here. */
export async function hasFolder(name: string): Promise<boolean> {
  if (!hasPrivateFiles()) return false;
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName(name));
    return true;
  } catch {
    return false;
  }
}

/** Whether there is a journal to be read: a screen that makes nothing never has one, nor one that can keep nothing. */
export const wasWritten = async (name: string): Promise<boolean> =>
  (await hasFolder(name)) || caches.has(cacheName(name)).catch(() => false);
