import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { SealForHub } from '../../protocol/client/seal-settled.ts';
import { insideOf, SEAL_NONCE_BYTES, SEALED, SEALED_LIMIT } from '../../protocol/wire/sealed-item.ts';
import { base64Of } from './key-bytes.ts';

/** @param by whose key it is, for the hub to find it again */
export function sealFor(key: Uint8Array, by: string): SealForHub {
  const encoder = new TextEncoder();
  return (mut) => {
    if (mut.name === SEALED) return mut;
    const text = encoder.encode(JSON.stringify(insideOf(mut)));
    if (text.length > SEALED_LIMIT) return mut;
    const nonce = crypto.getRandomValues(new Uint8Array(SEAL_NONCE_BYTES));
    const box = chacha20poly1305(key, nonce, encoder.encode(mut.mid)).encrypt(text);
    const { mid, seq, prev } = mut;
    const args = { by, box: base64Of(Uint8Array.of(...nonce, ...box)) };
    return { mid, seq, prev, name: SEALED, v: 1, args, deviceTime: null, timeQuality: 'unknown', age: null };
  };
}
