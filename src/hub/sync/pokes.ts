import type { Moved } from '../../protocol/hub/ports.ts';
import type { SignCursor } from '../../protocol/hub/pull.ts';
import type { Cursor, Poke } from '../../protocol/wire/wire.ts';

/** What is more than this is pulled. */
export const MOST_ROWS = 40;
const MOST_BYTES = 24_000;

/**
 * What the live stream says of a commit, with the very page a pull from the version before would return when it is
 * small. The page is made once for all listeners, so its cursors name no grants: `grantHash` is empty, and a client
 * puts in its own.
 */
export function pokeOf(
  { bucket, from, version, ...moved }: Moved,
  epoch: string,
  run: string,
  schema: number,
  sign: SignCursor,
): Poke {
  const poke: Poke = { bucket, epoch, version };
  if (moved.rows === null || moved.count > MOST_ROWS) return poke;
  const rows = moved.rows();
  if (JSON.stringify(rows).length > MOST_BYTES) return poke;
  const cursorAt = (at: number): Cursor => {
    const place = { epoch, run, version: at, schema };
    return { ...place, grantHash: '', tag: sign(bucket, place) };
  };
  return { ...poke, page: { rows, from: cursorAt(from), cursor: cursorAt(version) } };
}
