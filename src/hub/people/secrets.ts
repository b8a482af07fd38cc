import {
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
  type ScryptOptions,
} from 'node:crypto';

/** Cost of one guess: 32 MiB and some 80 ms on a small centre PC. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const KEY_BYTES = 32;

/** A secret nobody can guess: 256 random bits, fit for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of such a secret. It has full entropy, so a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * A device's token, derived from the secret its glass has been polling with, so that a poll whose answer was lost
 * gives the same token again.
 */
export const tokenFrom = (pairingSecret: string, deviceId: string): string =>
  createHmac('sha256', pairingSecret).update(`device token of ${deviceId}`).digest('base64url');

/** A PIN or password as it is kept: the costs, the salt and the key, so that costs can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await stretch(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the kept one; takes as long for an account that does not exist (`kept` undefined). */
export async function passwordMatches(password: string, kept: string | undefined): Promise<boolean> {
  const [, n, r, p, salt, key] = (kept ?? NOBODY).split('$');
  const expected = Buffer.from(key ?? '', 'base64url');
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const actual = await stretch(password, Buffer.from(salt ?? '', 'base64url'), cost);
  return kept !== undefined && expected.length === actual.length && timingSafeEqual(expected, actual);
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

function stretch(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
