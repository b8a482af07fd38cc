import { closeSync, createReadStream, createWriteStream, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { databaseFile } from '../../db/open.ts';
import { actForOwner } from './act-for-owner.ts';
import { mayRead } from './may-read.ts';

/**
 * Works with a file as the account whose the data is. What root alone may read (a stick, its own home) is brought into
 * the data folder for as long as that takes.
 */
export async function readForOwner<T>(
  file: string,
  dataDir: string,
  work: (readable: string) => Promise<T>,
): Promise<T> {
  const opened = openSync(file, 'r');
  try {
    actForOwner(dataDir);
    if (mayRead(file)) return await work(file);
    const brought = `${databaseFile(dataDir)}.brought`;
    try {
      const from = createReadStream(file, { fd: opened, autoClose: false });
      await pipeline(from, createWriteStream(brought, { mode: 0o600 }));
      return await work(brought);
    } finally {
      await rm(brought, { force: true });
    }
  } finally {
    closeSync(opened);
  }
}
