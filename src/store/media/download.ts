import type { RowOf } from '../../kernel/rows.ts';
import { mediaAddress, type MediaCache } from './media-cache.ts';
import type { MediaLedger } from './media-ledger.ts';

/** The bytes of a chunk; the last one of a file is what is left. */
export const chunkBytes = 4 * 1024 * 1024;

/** How a download ended. `damaged`: the hub's bytes are not what the media row says. */
type Download = 'ready' | 'away' | 'damaged';

interface DownloadPorts {
  readonly ledger: MediaLedger;
  readonly cache: MediaCache;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** A part was damaged on its way here, and has come whole since. */
  readonly healed?: () => void;
}

const patienceMs = 60_000;

/**
 * Brings a file onto the device: chunk by chunk, each verified before it is kept, from where an earlier try left off;
 * the file is called ready only once the whole is in the cache.
 */
export async function download(media: RowOf<'media'>, ports: DownloadPorts): Promise<Download> {
  const { ledger, cache } = ports;
  const { chunksDone } = await ledger.change(media.id, media.sizeBytes, {});
  for (let index = chunksDone; index < media.chunks.length; index += 1) {
    const right = media.chunks[index];
    let chunk = await fetchChunk(media, index, ports.fetch);
    if (chunk === null) return 'away';
    if ((await sha256(chunk)) !== right) {
      // The browser keeps what it was once given for a year: what is wrong is asked for past its cache.
      chunk = await fetchChunk(media, index, ports.fetch, 'reload');
      if (chunk === null) return 'away';
      if ((await sha256(chunk)) !== right) return 'damaged';
      ports.healed?.();
    }
    await cache.putChunk(media.id, index, chunk);
    await ledger.change(media.id, media.sizeBytes, { chunksDone: index + 1 });
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

async function fetchChunk(
  media: RowOf<'media'>,
  index: number,
  get: DownloadPorts['fetch'],
  mode: RequestCache = 'default',
): Promise<ArrayBuffer | null> {
  const from = index * chunkBytes;
  const to = Math.min(from + chunkBytes, media.sizeBytes) - 1;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await get(mediaAddress(media.id), {
      headers: { range: `bytes=${from}-${to}` },
      signal: abort.signal,
      cache: mode,
    });
    // The browser may answer 200 with the whole from a cache of its own.
    if (response.status === 200) return (await response.arrayBuffer()).slice(from, to + 1);
    return response.status === 206 ? await response.arrayBuffer() : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
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
