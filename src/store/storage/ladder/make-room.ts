import { noteHealed } from '../../healed.ts';
import { MediaCache } from '../../media/media-cache.ts';
import { MediaLedger, type HeldFile } from '../../media/media-ledger.ts';

/** Enough for thousands of changes: the rest of the films may stay. */
const ENOUGH_BYTES = 16 * 1024 * 1024;

let making: Promise<boolean> | null = null;

/**
 * Frees what can be had again from the hub, videos and photos, the least needed first; true where there was something.
 * Never the app, the outbox or the journal. Those who ask at the same time wait for one and the same.
 */
export function makeRoom(): Promise<boolean> {
  making ??= free().finally(() => (making = null));
  return making;
}

async function free(): Promise<boolean> {
  try {
    const cache = new MediaCache();
    let freed = 0;
    for (const { hash, sizeBytes } of leastNeeded(await new MediaLedger().list())) {
      if (freed >= ENOUGH_BYTES) break;
      // The list is set right by whoever next looks for the file: a disk without room takes no note of it now.
      if (await cache.remove(hash)) freed += sizeBytes;
    }
    if (freed > 0) noteHealed('room-made');
    return freed > 0;
  } catch {
    return false;
  }
}

function leastNeeded(files: readonly HeldFile[]): readonly HeldFile[] {
  const nowMs = Date.now();
  const isNeeded = (file: HeldFile): number => (file.neededUntilMs > nowMs ? 1 : 0);
  return [...files].sort((a, b) => isNeeded(a) - isNeeded(b) || a.lastUsedMs - b.lastUsedMs);
}
