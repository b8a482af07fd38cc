import { createHmac } from 'node:crypto';
import type { SignCursor } from '../../protocol/hub/pull.ts';

const TAG_BYTES = 16;

/**
 * Signs cursors with a key that lies in the database and travels with it: a copy put back knows its later self's cursors
 * as genuine, and what a device has made up it does not.
 */
export const cursorSigner =
  (key: string): SignCursor =>
  (bucket, { epoch, run, version, begun }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([bucket, epoch, run, version, begun ?? null]))
      .digest()
      .subarray(0, TAG_BYTES)
      .toString('base64url');
