import { healedLately, noteHealed } from './healed.ts';
import type { LocalStore } from '../protocol/client/api.ts';

/**
 * A note in OPFS of the stores that have been on this device. A store that is empty though the note knows it has been
 * wiped or damaged: it is no first run.
 */
export async function wipedSince(name: string, empty: boolean): Promise<boolean> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return false;
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('leling_canary', { create: true });
    const note = name.replace(/[^\w-]/g, '_');
    const known = await folder.getFileHandle(note).then(
      () => true,
      () => false,
    );
    if (!known && !empty) await folder.getFileHandle(note, { create: true });
    return known && empty;
  } catch {
    return false;
  }
}

const TOLD_MS = 5 * 60_000;

/**
 * Notes a store once it has been loaded; says so when it was there before and is empty now.
 * @param wasEmpty as it was found when it was opened
 */
export function keepCanary(name: string, wasEmpty: boolean, store: LocalStore): void {
  void wipedSince(name, wasEmpty).then((wiped) => {
    // One that was renewed is empty for a reason, which has been told.
    const told = healedLately().some(
      (one) => one.kind === 'store-renewed' && Date.now() - one.atMs < TOLD_MS,
    );
    if (wiped && !told) noteHealed('store-emptied');
  });
  let noted = !wasEmpty;
  store.watchStatus(({ loaded }) => {
    if (!noted && loaded) void wipedSince(name, false);
    noted = loaded;
  });
}
