import { isNumber, isText, shape } from '../../kernel/guards.ts';
import { base64Of, bytesOf } from './key-bytes.ts';

/** A key under another key. */
export interface Box {
  readonly iv: string;
  readonly data: string;
}

/** How a PIN becomes a key: slowly, so that guessing a stolen disk's takes its time. */
export interface Stretch {
  readonly salt: string;
  readonly rounds: number;
}

export const isBox = shape<Box>({ iv: isText, data: isText });
export const isStretch = shape<Stretch>({ salt: isText, rounds: isNumber });

const KEY_BITS = 256;
const IV_BYTES = 12;
const SALT_BYTES = 16;
/** As the makers of browsers advise for this derivation; some 0.3 s on a small PC. */
const ROUNDS = 600_000;

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

export const newStretch = (rounds = ROUNDS): Stretch => ({ salt: base64Of(random(SALT_BYTES)), rounds });

/** The hub's half as a key. */
export const keyOfShare = (share: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(share), 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function keyOfPin(pin: string, { salt, rounds }: Stretch): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(pin.normalize('NFKC'));
  const typed = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: rounds },
    typed,
    { name: 'AES-GCM', length: KEY_BITS },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** @param name whose key it is: a box opens for nobody else */
export async function boxUp(key: Uint8Array<ArrayBuffer>, under: CryptoKey, name: string): Promise<Box> {
  const iv = random(IV_BYTES);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(name) },
    under,
    key,
  );
  return { iv: base64Of(iv), data: base64Of(new Uint8Array(data)) };
}

/** Null where it is another key's box, or damaged. */
export async function unbox(
  { iv, data }: Box,
  under: CryptoKey,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const how = { name: 'AES-GCM', iv: bytesOf(iv), additionalData: boundTo(name) };
    return new Uint8Array(await crypto.subtle.decrypt(how, under, bytesOf(data)));
  } catch {
    return null;
  }
}

const boundTo = (name: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(name);
