import type { RowOf } from '../../kernel/rows.ts';
import { chunkBytes, fetchChunk, type FetchPorts } from './fetch-chunk.ts';
import type { MediaCache } from './media-cache.ts';
import type { MediaLedger } from './media-ledger.ts';

/**
 * How a download ended. `damaged`: what comes is not what the media row says, though the hub serves only what it has
 * found whole; `missing`: it serves none.
 */
export type Download = 'ready' | 'away' | 'damaged' | 'missing';

interface DownloadPorts extends Omit<FetchPorts, 'came'> {
  readonly ledger: MediaLedger;
  /** A part was damaged on its way here, and has come whole since. */
  readonly healed?: () => void;
  /** How many bytes of the file are here. */
  readonly came?: (bytes: number) => void;
}

/**
 * Brings a file onto the device: chunk by chunk, each verified before it is kept, from where an earlier try left off;
 * the file is called ready only once the whole is in the cache. Rejects where the device cannot keep it (its disk is full).
 */
export async function download(media: RowOf<'media'>, ports: DownloadPorts): Promise<Download> {
  const { ledger, cache } = ports;
  const { chunksDone } = await ledger.change(media.id, media.sizeBytes, {});
  for (let index = chunksDone; index < media.chunks.length; index += 1) {
    const right = media.chunks[index];
    const came = (bytes: number): void => ports.came?.(index * chunkBytes + bytes);
    const chunk = await fetchChunk(media, index, { ...ports, came });
    if (typeof chunk === 'string') return chunk;
    if ((await sha256(chunk)) !== right) {
      // What had come of it before, or what the browser keeps for a year, is wrong: all of it is asked for anew.
      const again = await fetchChunk(media, index, { ...ports, came }, 'reload');
      if (typeof again === 'string') return again;
      await cache.dropPart(media.id, index);
      if ((await sha256(again)) !== right) return 'damaged';
      ports.healed?.();
      await cache.putChunk(media.id, index, again);
    } else await cache.putChunk(media.id, index, chunk);
    await ledger.change(media.id, media.sizeBytes, { chunksDone: index + 1 });
    await cache.dropPart(media.id, index);
  }
  const whole = await cache.assemble(media.id, media.chunks.length, media.mime, media.sizeBytes);
  if (!whole || !(await isWhole(media, cache))) {
    // A chunk the ledger knows of is gone from the cache, or was damaged there: all of them are fetched again.
    await cache.remove(media.id);
    await ledger.change(media.id, media.sizeBytes, { chunksDone: 0 });
    return 'away';
  }
  await ledger.change(media.id, media.sizeBytes, { ready: true });
  await cache.dropChunks(media.id, media.chunks.length);
  return 'ready';
}

/** Whether the cache holds a file as it should be, byte for byte: a disk that reads wrong, or not at all, has damaged it. */
export async function isWhole(media: RowOf<'media'>, cache: MediaCache): Promise<boolean> {
  try {
    const held = await cache.read(media.id);
    if (held?.size !== media.sizeBytes) return false;
    for (const [index, right] of media.chunks.entries()) {
      const part = await held.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
      if ((await sha256(part)) !== right) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 in lower-case hex. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
