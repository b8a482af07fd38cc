import { newSecret } from './secrets.ts';
import { VaultTable, type Vault, type VaultTx } from './vault.ts';

interface Share {
  readonly deviceId: string;
  readonly secret: string;
}

/** By console and person. */
const shares = new VaultTable<Share>('sealing-share', 'standing');
const idOf = (deviceId: string, accountId: string): string => `${deviceId} ${accountId}`;

/**
 * The hub's half of the keys under which consoles keep what is personal: a console gets it over its person's session
 * alone, and once it is gone here, what a stolen disk holds under it opens no more.
 */
export class SealingShares {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** The share of a person on a console; made when it is first asked for. */
  async of(deviceId: string, accountId: string): Promise<string> {
    const id = idOf(deviceId, accountId);
    const known = await this.#vault.read((tx) => shares.get(tx, id));
    if (known !== undefined) return known.secret;
    return this.#vault.write(async (tx) => {
      const share = (await shares.get(tx, id)) ?? { deviceId, secret: newSecret() };
      await shares.put(tx, id, share);
      return share.secret;
    });
  }

  /** The person has signed out there. */
  async end(deviceId: string, accountId: string): Promise<void> {
    await this.#vault.write((tx) => shares.remove(tx, idOf(deviceId, accountId)));
  }
}

/** The console is signed off: nobody's data on it opens any more. */
export const forgetShares = (tx: VaultTx, deviceId: string): Promise<void> =>
  shares.clear(tx, (share) => share.deviceId === deviceId);
