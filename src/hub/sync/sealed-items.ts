import { createDecipheriv, createHmac } from 'node:crypto';
import { isNumber, isText, shape } from '../../kernel/guards.ts';
import {
  isSealedArgs,
  SEAL_NONCE_BYTES,
  SEAL_TAG_BYTES,
  SEALED,
  type SealedArgs,
} from '../../protocol/wire/sealed-item.ts';

/** Where the secret in use is written down besides the database, and what stood there before. */
export interface NotedSecrets {
  readonly former: readonly string[];
  note(secret: string): Promise<void>;
}

const isSealed = shape({ mid: isText, name: (name): name is string => name === SEALED, args: isSealedArgs });
const isInside = shape({ name: isText, v: isNumber });

/**
 * The keys by which devices seal what this hub already has of them. They come of a secret that is as old as the data and
 * copied with it, so that the oldest backup, put back, opens what was sealed by its later self.
 */
export class SealedItems {
  readonly #secrets: readonly [string, ...string[]];

  /** @param secrets the one in use, then those of databases that were lost before */
  constructor(secrets: readonly [string, ...string[]]) {
    this.#secrets = secrets;
  }

  /** The key of a device, in base64. */
  keyOf(deviceId: string): string {
    return keyFrom(this.#secrets[0], deviceId).toString('base64');
  }

  /** What an item was before it was sealed; the item itself where it is not, or opens by no secret of this hub. */
  opened(item: unknown): unknown {
    if (!isSealed(item)) return item;
    for (const secret of this.#secrets) {
      const inside = open(keyFrom(secret, item.args.by), item.mid, item.args);
      if (isInside(inside)) return { ...item, ...inside };
    }
    return item;
  }
}

const keyFrom = (secret: string, deviceId: string): Buffer =>
  createHmac('sha256', secret).update(`sealed ${deviceId}`).digest();

function open(key: Buffer, mid: string, { box }: SealedArgs): unknown {
  const bytes = Buffer.from(box, 'base64');
  const [from, to] = [SEAL_NONCE_BYTES, bytes.length - SEAL_TAG_BYTES];
  if (to < from) return null;
  const cipher = createDecipheriv('chacha20-poly1305', key, bytes.subarray(0, from), {
    authTagLength: SEAL_TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(mid), { plaintextLength: to - from });
  cipher.setAuthTag(bytes.subarray(to));
  try {
    const text = Buffer.concat([cipher.update(bytes.subarray(from, to)), cipher.final()]).toString();
    return JSON.parse(text);
  } catch {
    return null;
  }
}
