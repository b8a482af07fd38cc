const ROUNDS = 100_000;
const BITS = 128;

/**
 * A card's number as it is kept (`c1.` and 22 letters): under PBKDF2 with the centre as salt, so that what a kiosk holds
 * is neither a card's number nor of use at another centre. Fails where the engine does not do that: without a secure
 * context.
 */
export async function cardAsKept(number: string, centreId: string): Promise<string> {
  const text = new TextEncoder();
  const typed = await crypto.subtle.importKey('raw', text.encode(number), 'PBKDF2', false, ['deriveBits']);
  const salt = text.encode(`leling:card:${centreId}`);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    typed,
    BITS,
  );
  const letters = btoa(String.fromCharCode(...new Uint8Array(bits)));
  return `c1.${letters.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}
