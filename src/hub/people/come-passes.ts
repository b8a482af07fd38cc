import { createHmac, timingSafeEqual } from 'node:crypto';
import { newSecret } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

const secrets = new VaultTable<{ readonly secret: string }>('come-secret', 'standing');
/** There is one. */
const OWN = 'own';
const HOUR_MS = 3_600_000;
/** 96 bits: nobody guesses it, and a code with it is coarse enough to be read across a room. */
const LENGTH = 16;

/**
 * What the codes on the screens say: which session somebody who scans one signs in for. Made of the session and the hour
 * under a secret of the hub's, so that nothing need be kept of them, all processes on one database know them, and a
 * photograph of one is of no use tomorrow.
 */
export class ComePasses {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The pass of a session in this hour, good until the end of the next. */
  of(sessionId: string, nowMs: number): { readonly pass: string; readonly untilMs: number } {
    const hour = Math.floor(nowMs / HOUR_MS);
    return { pass: this.#pass(sessionId, hour), untilMs: (hour + 2) * HOUR_MS };
  }

  isOf(sessionId: string, pass: string, nowMs: number): boolean {
    const hour = Math.floor(nowMs / HOUR_MS);
    return [hour, hour - 1].some((one) => isSame(this.#pass(sessionId, one), pass));
  }

  /** A member as a telephone may name them that has said the end of their number: by no name that means anything elsewhere. */
  pickOf(sessionId: string, tail: string, memberId: string): string {
    return this.#made(`pick ${sessionId} ${tail} ${memberId}`);
  }

  #pass(sessionId: string, hour: number): string {
    return this.#made(`pass ${sessionId} ${hour}`);
  }

  #made(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url').slice(0, LENGTH);
  }
}

function isSame(made: string, said: string): boolean {
  const [a, b] = [Buffer.from(made), Buffer.from(said)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The passes of this hub; their secret is made at the first start. */
export async function comePassesIn(vault: Vault): Promise<ComePasses> {
  const secret = await vault.write(async (tx) => {
    const kept = await secrets.get(tx, OWN);
    if (kept !== undefined) return kept.secret;
    const fresh = newSecret();
    await secrets.put(tx, OWN, { secret: fresh });
    return fresh;
  });
  return new ComePasses(secret);
}
