import { oneOf, shape } from '../../kernel/guards.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { mediaAddress, type MediaCache } from './media-cache.ts';

/** The bytes of a chunk; the last one of a file is what is left. */
export const chunkBytes = 4 * 1024 * 1024;

export interface FetchPorts {
  readonly cache: MediaCache;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** How many bytes of the chunk are here. */
  readonly came?: (bytes: number) => void;
}

/** A hub that says nothing for so long is away, though the line stands. */
const SILENCE_MS = 60_000;

/**
 * Fetches a chunk, from the byte on which an earlier try got to, also one before the device was switched off: what has
 * come of it is kept. `away`: not all has come; `missing`: the hub has no such file.
 */
export async function fetchChunk(
  media: RowOf<'media'>,
  index: number,
  { cache, fetch: get, came = () => undefined }: FetchPorts,
  mode: RequestCache = 'default',
): Promise<ArrayBuffer | 'away' | 'missing'> {
  const start = index * chunkBytes;
  const length = Math.min(chunkBytes, media.sizeBytes - start);
  const bytes = new Uint8Array(length);
  let at = 0;
  if (mode === 'default') {
    const before = await cache.part(media.id, index);
    if (before !== null && before.length < length) bytes.set(before);
    at = before === null || before.length >= length ? 0 : before.length;
  }
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), SILENCE_MS);
  const take = (piece: Uint8Array): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), SILENCE_MS);
    bytes.set(piece.subarray(0, length - at), at);
    at = Math.min(length, at + piece.length);
    came(at);
  };
  const from = at;
  try {
    const response = await get(mediaAddress(media.id), {
      headers: { range: `bytes=${start + at}-${start + length - 1}` },
      signal: abort.signal,
      cache: mode,
    });
    if (response.status === 404) return (await isTheHubs(response)) ? 'missing' : 'away';
    // The browser may answer 200 with the whole from a cache of its own; what is not as long is somebody else's page.
    if (response.status === 200) {
      const whole = new Uint8Array(await response.arrayBuffer());
      if (whole.length === media.sizeBytes) take(whole.subarray(start + at, start + length));
    } else if (response.status === 206) await read(response, take);
  } catch {
    // What came before the break is kept, below.
  } finally {
    clearTimeout(timer);
  }
  if (at === length) return bytes.buffer;
  if (at > from) await cache.putPart(media.id, index, bytes.subarray(0, at));
  return 'away';
}

const isNoSuchMedia = shape({ code: oneOf('no-such-media') });

/** Whether the hub itself says that it has no such file: a hotel's or a router's page says 404 to anything. */
async function isTheHubs(response: Response): Promise<boolean> {
  return isNoSuchMedia(await response.json());
}

async function read(response: Response, take: (piece: Uint8Array) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return take(new Uint8Array(await response.arrayBuffer()));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
