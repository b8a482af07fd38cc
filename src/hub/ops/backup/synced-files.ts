import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Brings a file, or a folder's list of names, to the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its name, durably: it is there whole or not at all. */
export async function publish(partial: string, path: string): Promise<void> {
  await sync(partial);
  await rename(partial, path);
  await sync(dirname(path));
}

/** Writes a small file, durably and whole. */
export async function writeSynced(path: string, text: string): Promise<void> {
  const partial = `${path}.part`;
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await publish(partial, path);
}
