import type { Busy, HashQueue, Lane } from './hash-queue.ts';
import { hashPassword, passwordMatches } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

interface Kept {
  /** `scrypt$N$r$p$salt$key`. */
  readonly hash: string;
  readonly setAtMs: number;
}

/** By account id. */
const passwords = new VaultTable<Kept>('password', 'standing');

/** PINs and passwords of accounts. An account has none until its owner sets one. */
export class Passwords {
  readonly #vault: Vault;
  readonly #now: () => number;
  readonly #queue: HashQueue;

  constructor(vault: Vault, now: () => number, queue: HashQueue) {
    this.#vault = vault;
    this.#now = now;
    this.#queue = queue;
  }

  /** Whether another try of a lane would be looked at now. */
  hasRoom(lane: Lane): boolean {
    return this.#queue.hasRoom(lane);
  }

  async set(lane: Lane, accountId: string, password: string): Promise<Busy | undefined> {
    const hash = await this.#queue.take(lane, () => hashPassword(password));
    if (typeof hash !== 'string') return hash;
    const kept: Kept = { hash, setAtMs: this.#now() };
    await this.#vault.write((tx) => passwords.put(tx, accountId, kept));
    return undefined;
  }

  /** Which accounts have a secret of their own, by id. */
  async owners(): Promise<ReadonlySet<string>> {
    const kept = await this.#vault.read((tx) => passwords.list(tx));
    return new Set(kept.map(({ id }) => id));
  }

  /** Whether it is the account's; as slow, and in the same line, for no account as for a wrong password. */
  matches(lane: Lane, accountId: string | undefined, password: string): Promise<boolean | Busy> {
    return this.#queue.take(lane, async () => {
      const kept =
        accountId === undefined ? undefined : await this.#vault.read((tx) => passwords.get(tx, accountId));
      return passwordMatches(password, kept?.hash);
    });
  }
}
