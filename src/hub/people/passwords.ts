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

  constructor(vault: Vault, now: () => number) {
    this.#vault = vault;
    this.#now = now;
  }

  async set(accountId: string, password: string): Promise<void> {
    const kept: Kept = { hash: await hashPassword(password), setAtMs: this.#now() };
    await this.#vault.write((tx) => passwords.put(tx, accountId, kept));
  }

  /** Whether it is the account's; as slow for no account as for a wrong password. */
  async matches(accountId: string | undefined, password: string): Promise<boolean> {
    const kept =
      accountId === undefined ? undefined : await this.#vault.read((tx) => passwords.get(tx, accountId));
    return passwordMatches(password, kept?.hash);
  }
}
