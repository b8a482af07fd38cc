import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Unreadable, type Sealer } from './sealed-value.ts';

const NONCE_BYTES = 24;

/**
 * Loaded once it is needed: nobody's first paint waits for a cipher. XChaCha20-Poly1305, whose nonces are long enough to
 * be drawn by chance for as long as a key lives.
 */
export function sealerWith(key: Uint8Array): Sealer {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  return {
    seal(bound, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const text = encoder.encode(JSON.stringify(value));
      const box = xchacha20poly1305(key, nonce, encoder.encode(bound)).encrypt(text);
      const sealed = new Uint8Array(NONCE_BYTES + box.length);
      sealed.set(nonce);
      sealed.set(box, NONCE_BYTES);
      return sealed;
    },
    open(bound, sealed) {
      if (!(sealed instanceof Uint8Array)) throw new Unreadable(`no sealed value in ${bound}`, bound);
      const nonce = sealed.subarray(0, NONCE_BYTES);
      try {
        const cipher = xchacha20poly1305(key, nonce, encoder.encode(bound));
        return JSON.parse(decoder.decode(cipher.decrypt(sealed.subarray(NONCE_BYTES))));
      } catch {
        throw new Unreadable(`a value of ${bound} does not open`, bound);
      }
    },
  };
}
