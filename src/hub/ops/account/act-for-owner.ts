import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Root does what a person asks as the account whose the data is: what root left in the folder, the hub, which is that
 * account's, could not use. It stays so till the program ends.
 */
export function actForOwner(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dataDir, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  if (uid === 0) return;
  // Its native part is read at the first use, perhaps from where that account may not look.
  new Database(':memory:').close();
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}
