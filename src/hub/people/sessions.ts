import type { AccountId } from '../../kernel/ids.ts';
import { hashOf, newSecret } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

interface Kept {
  readonly secretHash: string;
  readonly accountId: AccountId;
  readonly expiresAtMs: number;
}

/** By the console's device id. */
const sessions = new VaultTable<Kept>('session');

/** Who is signed in on which console: one person a console at a time. */
export class Sessions {
  readonly #vault: Vault;
  readonly #now: () => number;
  readonly #lastsMs: number;

  constructor(vault: Vault, now: () => number, lastsMs: number) {
    this.#vault = vault;
    this.#now = now;
    this.#lastsMs = lastsMs;
  }

  /** Signs a person in on a console and whoever was there out. Returns the cookie's secret. */
  async begin(deviceId: string, accountId: AccountId): Promise<string> {
    const secret = newSecret();
    const now = this.#now();
    await this.#vault.write(async (tx) => {
      await sessions.clear(tx, (kept) => kept.expiresAtMs <= now);
      await sessions.put(tx, deviceId, {
        secretHash: hashOf(secret),
        accountId,
        expiresAtMs: now + this.#lastsMs,
      });
    });
    return secret;
  }

  /** Whose session this is, while it lasts. */
  async accountOf(deviceId: string, secret: string): Promise<AccountId | undefined> {
    const kept = await this.#vault.read((tx) => sessions.get(tx, deviceId));
    if (kept === undefined || kept.expiresAtMs <= this.#now()) return undefined;
    return kept.secretHash === hashOf(secret) ? kept.accountId : undefined;
  }

  async endOn(deviceId: string): Promise<void> {
    await this.#vault.write((tx) => sessions.remove(tx, deviceId));
  }

  /** Signs a person out everywhere but on one console: their password has changed. Returns the consoles. */
  async endElsewhere(accountId: AccountId, deviceId: string): Promise<readonly string[]> {
    return this.#vault.write(async (tx) => {
      const others = (await sessions.list(tx)).filter(
        ({ id, value }) => value.accountId === accountId && id !== deviceId,
      );
      for (const { id } of others) await sessions.remove(tx, id);
      return others.map(({ id }) => id);
    });
  }
}
