import { randomInt } from 'node:crypto';
import type { PairedDevice } from './device-tokens.ts';
import { hashOf, newSecret } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';
import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';

const PAIRING_LASTS_MS = 10 * 60_000;
/** More glasses than any centre hangs at once: a flood must not use the codes up. */
const MOST_WAITING = 500;

/** What a waiting glass is given: the code it shows, and the secret it asks with. */
interface WaitingGlass {
  readonly code: string;
  readonly secret: string;
  readonly expiresAtMs: number;
}

/** What a glass that is not let in says it was, and how much that has not sent yet. */
interface Was {
  readonly deviceId: DeviceId;
  readonly waiting: number;
}

/** A glass that shows a code. */
export type Shown = Pick<Kept, 'kind' | 'was'>;

/** How a pairing stands. */
type PairingState =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'paired';
      readonly device: PairedDevice;
      /** It has had its token. */ readonly collected: boolean;
    };

interface Kept {
  readonly secretHash: string;
  readonly kind: DeviceKind;
  /** The device it says it was; absent on one that says nothing. */
  readonly was?: Was | undefined;
  readonly expiresAtMs: number;
  /** Set once staff have confirmed. */
  readonly confirmed: { readonly deviceId: DeviceId; readonly centreId: CentreId } | null;
  /** Set once the glass has its token: a revoked one must not come back by another poll. */
  readonly collected: boolean;
}

/** By code. */
const pairings = new VaultTable<Kept>('pairing', (kept, nowMs) => kept.expiresAtMs <= nowMs);

/** Glasses that show a code and wait for staff to type it. */
export class Pairings {
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(vault: Vault, now: () => number) {
    this.#vault = vault;
    this.#now = now;
  }

  /** A fresh code; undefined when too many glasses are waiting already. */
  async begin(kind: DeviceKind, was?: Was): Promise<WaitingGlass | undefined> {
    const now = this.#now();
    const expiresAtMs = now + PAIRING_LASTS_MS;
    return this.#vault.write(async (tx) => {
      await pairings.clear(tx, (kept) => kept.expiresAtMs <= now);
      const taken = new Set((await pairings.list(tx)).map(({ id }) => id));
      if (taken.size >= MOST_WAITING) return undefined;
      const code = freeCode(taken);
      // The secret begins with the code, which is where it is looked for.
      const secret = `${code}-${newSecret()}`;
      await pairings.put(tx, code, {
        secretHash: hashOf(secret),
        kind,
        was,
        expiresAtMs,
        confirmed: null,
        collected: false,
      });
      return { code, secret, expiresAtMs };
    });
  }

  /** The glass that shows a code; undefined when none does (any more). */
  async showing(code: string): Promise<Shown | undefined> {
    const kept = await this.#vault.read((tx) => pairings.get(tx, code));
    return kept !== undefined && this.#isOpen(kept) ? kept : undefined;
  }

  /** Says which device the glass with this code is. False when another has just said so, or it has run out. */
  async confirm(code: string, deviceId: DeviceId, centreId: CentreId): Promise<boolean> {
    return this.#vault.write(async (tx) => {
      const kept = await pairings.get(tx, code);
      if (kept === undefined || !this.#isOpen(kept)) return false;
      await pairings.put(tx, code, { ...kept, confirmed: { deviceId, centreId } });
      return true;
    });
  }

  /** What the glass with this secret is told; undefined when its code has run out. */
  async ask(secret: string): Promise<PairingState | undefined> {
    const kept = await this.#vault.read((tx) => pairings.get(tx, codeIn(secret)));
    if (kept === undefined || kept.secretHash !== hashOf(secret) || kept.expiresAtMs <= this.#now())
      return undefined;
    const { confirmed, kind, collected } = kept;
    return confirmed === null
      ? { status: 'waiting' }
      : { status: 'paired', device: { ...confirmed, kind }, collected };
  }

  /** Notes that the glass with this secret has its token. */
  async collected(secret: string): Promise<void> {
    await this.#vault.write(async (tx) => {
      const kept = await pairings.get(tx, codeIn(secret));
      if (kept !== undefined) await pairings.put(tx, codeIn(secret), { ...kept, collected: true });
    });
  }

  #isOpen(kept: Kept): boolean {
    return kept.confirmed === null && kept.expiresAtMs > this.#now();
  }
}

const codeIn = (secret: string): string => secret.slice(0, 6);

function freeCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (!taken.has(code)) return code;
  }
}
