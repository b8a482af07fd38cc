import type { AccountId } from '../../kernel/ids.ts';
import { forgetShares } from './sealing-shares.ts';
import { hashOf, newSecret } from './secrets.ts';
import { VaultTable, type Vault, type VaultTx } from './vault.ts';

interface Kept {
  readonly secretHash: string;
  readonly accountId: AccountId;
  readonly expiresAtMs: number;
  /** When the person signed in; absent in what a build of before wrote. */
  readonly begunAtMs?: number;
}

/** Somebody who is signed in somewhere. */
interface SignedIn {
  readonly deviceId: string;
  readonly accountId: AccountId;
  /** Unix ms; null where that is not known. */
  readonly sinceMs: number | null;
}

/** Whose session it is, and whether it is to be written down again that it is in use. */
interface Standing {
  readonly accountId: AccountId;
  readonly due: boolean;
}

/** A session is renewed while it is used, and written at most so often. */
const RENEWED_EACH_MS = 86_400_000;
/** More people than take turns at any one console. */
const MOST_PEOPLE = 30;

/** By the console's device id. */
const sessions = new VaultTable<Kept>('session', (kept, nowMs) => kept.expiresAtMs <= nowMs);
/** Who has been signed in on a console, the last first: they are known there again when its browser lost its cookies. */
const people = new VaultTable<readonly AccountId[]>('console-people', 'standing');

/** By account id: when its person signed in last, wherever that was. */
const lastSignIns = new VaultTable<{ readonly atMs: number }>('last-sign-in', 'standing');

/** Who is signed in on which console: one person a console at a time, for as long as they come back in time. */
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
      await this.#put(tx, deviceId, { secretHash: hashOf(secret), accountId, begunAtMs: now });
      await lastSignIns.put(tx, accountId, { atMs: now });
      const others = ((await people.get(tx, deviceId)) ?? []).filter((one) => one !== accountId);
      await people.put(tx, deviceId, [accountId, ...others].slice(0, MOST_PEOPLE));
    });
    return secret;
  }

  /** Whose session this is, while it lasts. */
  async find(deviceId: string, secret: string): Promise<Standing | undefined> {
    const kept = await this.#vault.read((tx) => sessions.get(tx, deviceId));
    if (kept === undefined || !this.#isHeld(kept, secret)) return undefined;
    return {
      accountId: kept.accountId,
      due: kept.expiresAtMs - this.#now() < this.#lastsMs - RENEWED_EACH_MS,
    };
  }

  /** It is in use: it lasts as long again from now on. False when it has ended meanwhile. */
  async renew(deviceId: string, secret: string): Promise<boolean> {
    return this.#vault.write(async (tx) => {
      const kept = await sessions.get(tx, deviceId);
      if (kept === undefined || !this.#isHeld(kept, secret)) return false;
      await this.#put(tx, deviceId, kept);
      return true;
    });
  }

  /** Whether a person has been signed in on a console before. */
  async hasBeenOn(deviceId: string, accountId: AccountId): Promise<boolean> {
    return this.#vault.read(async (tx) => {
      if (((await people.get(tx, deviceId)) ?? []).includes(accountId)) return true;
      // Signed in by a build that did not write that down.
      return (await sessions.get(tx, deviceId))?.accountId === accountId;
    });
  }

  /** Everybody who is signed in now. */
  async all(): Promise<readonly SignedIn[]> {
    const kept = await this.#vault.read((tx) => sessions.list(tx));
    return kept
      .filter(({ value }) => value.expiresAtMs > this.#now())
      .map(({ id, value }) => ({
        deviceId: id,
        accountId: value.accountId,
        sinceMs: value.begunAtMs ?? null,
      }));
  }

  /** When somebody signed in last, Unix ms, by account id. */
  async lastSignIns(): Promise<ReadonlyMap<string, number>> {
    const kept = await this.#vault.read((tx) => lastSignIns.list(tx));
    return new Map(kept.map(({ id, value }) => [id, value.atMs]));
  }

  /** Who has been signed in on a console, the last first. */
  async peopleOn(deviceId: string): Promise<readonly AccountId[]> {
    return (await this.#vault.read((tx) => people.get(tx, deviceId))) ?? [];
  }

  /** The consoles that nobody but this person has been on. */
  async onlyOf(accountId: AccountId): Promise<readonly string[]> {
    const all = await this.#vault.read((tx) => people.list(tx));
    return all.filter(({ value }) => value.every((one) => one === accountId)).map(({ id }) => id);
  }

  /** Whether somebody's session on a console still lasts. */
  async isBegun(deviceId: string): Promise<boolean> {
    const kept = await this.#vault.read((tx) => sessions.get(tx, deviceId));
    return kept !== undefined && kept.expiresAtMs > this.#now();
  }

  async endOn(deviceId: string): Promise<void> {
    await this.#vault.write((tx) => sessions.remove(tx, deviceId));
  }

  /** Forgets a console with everybody who has been on it: the centre has it no more. */
  async forget(deviceId: string): Promise<void> {
    await this.#vault.write(async (tx) => {
      await sessions.remove(tx, deviceId);
      await people.remove(tx, deviceId);
      await forgetShares(tx, deviceId);
    });
  }

  /** Signs a person out everywhere, but on one console where one is named. Returns the consoles. */
  async endElsewhere(accountId: AccountId, deviceId: string | null): Promise<readonly string[]> {
    return this.#vault.write(async (tx) => {
      const others = (await sessions.list(tx)).filter(
        ({ id, value }) => value.accountId === accountId && id !== deviceId,
      );
      for (const { id } of others) await sessions.remove(tx, id);
      return others.map(({ id }) => id);
    });
  }

  #isHeld(kept: Kept, secret: string): boolean {
    return kept.expiresAtMs > this.#now() && kept.secretHash === hashOf(secret);
  }

  async #put(tx: VaultTx, deviceId: string, kept: Omit<Kept, 'expiresAtMs'>): Promise<void> {
    await sessions.put(tx, deviceId, { ...kept, expiresAtMs: this.#now() + this.#lastsMs });
  }
}
