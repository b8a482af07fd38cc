import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import { hashOf, newSecret } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

export const LINK_LASTS_MS = 24 * 3_600_000;
/** As long as a browser keeps the cookie the link gave it. */
const REOPENS_FOR_MS = 400 * 24 * 3_600_000;

/** What opening a link does: pairs the browser as a device, or signs a person in. */
export interface LinkTarget {
  readonly target: 'device' | 'account';
  readonly targetId: string;
  readonly centreId: CentreId;
}

/** A fresh link: its secret goes into the address, and nowhere else. */
export interface FreshLink {
  readonly secret: string;
  readonly expiresAtMs: number;
}

/** By the hash of the secret. */
const links = new VaultTable<LinkTarget & { readonly expiresAtMs: number }>(
  'link',
  (kept, nowMs) => kept.expiresAtMs <= nowMs,
);
/** Links that have been used, by the same hash: which device each has made of its browser. */
const opened = new VaultTable<{ readonly deviceId: DeviceId; readonly untilMs: number }>(
  'opened-link',
  ({ untilMs }, nowMs) => untilMs <= nowMs,
);

/** Links that work once, within a day. */
export class OneTimeLinks {
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(vault: Vault, now: () => number) {
    this.#vault = vault;
    this.#now = now;
  }

  async mint({ target, targetId, centreId }: LinkTarget): Promise<FreshLink> {
    const secret = newSecret();
    const now = this.#now();
    const expiresAtMs = now + LINK_LASTS_MS;
    await this.#vault.write(async (tx) => {
      await links.clear(tx, (kept) => kept.expiresAtMs <= now);
      await links.put(tx, hashOf(secret), { target, targetId, centreId, expiresAtMs });
    });
    return { secret, expiresAtMs };
  }

  /** Until when the newest unused link of each account works, by account id. */
  async waitingOfAccounts(): Promise<ReadonlyMap<string, number>> {
    const now = this.#now();
    const kept = await this.#vault.read((tx) => links.list(tx));
    const newest = new Map<string, number>();
    for (const { value } of kept) {
      if (value.target !== 'account' || value.expiresAtMs <= now) continue;
      newest.set(value.targetId, Math.max(newest.get(value.targetId) ?? 0, value.expiresAtMs));
    }
    return newest;
  }

  /** Uses a link up. Of two that open it at once, one gets the target and the other nothing. */
  async use(secret: string): Promise<LinkTarget | undefined> {
    const now = this.#now();
    return this.#vault.write(async (tx) => {
      const kept = await links.get(tx, hashOf(secret));
      if (kept === undefined) return undefined;
      await links.remove(tx, hashOf(secret));
      return kept.expiresAtMs > now ? kept : undefined;
    });
  }

  /** Notes what a used link has made of its browser: people keep a link, and open it there again. */
  async noteOpened(secret: string, deviceId: DeviceId): Promise<void> {
    const now = this.#now();
    await this.#vault.write(async (tx) => {
      await opened.clear(tx, ({ untilMs }) => untilMs <= now);
      await opened.put(tx, hashOf(secret), { deviceId, untilMs: now + REOPENS_FOR_MS });
    });
  }

  /** The device that a used link has made of the browser it was opened in. */
  async openedAs(secret: string): Promise<DeviceId | undefined> {
    return (await this.#vault.read((tx) => opened.get(tx, hashOf(secret))))?.deviceId;
  }

  /** Takes back every unused link to a target: it has been revoked. */
  async withdraw(target: LinkTarget['target'], targetId: string): Promise<void> {
    await this.#vault.write((tx) =>
      links.clear(tx, (kept) => kept.target === target && kept.targetId === targetId),
    );
  }
}
