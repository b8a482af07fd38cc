import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { hashOf } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

/** A device as its token proves it. */
export interface PairedDevice {
  readonly deviceId: DeviceId;
  readonly centreId: CentreId;
  readonly kind: DeviceKind;
}

type Kept = PairedDevice & { readonly tokenHash: string; readonly issuedAtMs: number };

const tokens = new VaultTable<Kept>('device-token', 'standing');

/** So long a device that comes back is told that it was signed off, and not only that nobody knows it. */
const REMEMBERED_MS = 400 * 86_400_000;
const revoked = new VaultTable<{ readonly atMs: number }>(
  'revoked-device',
  ({ atMs }, nowMs) => atMs + REMEMBERED_MS <= nowMs,
);

/** The tokens of paired devices, one each; they survive restarts and end only by being replaced or revoked. */
export class DeviceTokens {
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(vault: Vault, now: () => number) {
    this.#vault = vault;
    this.#now = now;
  }

  /** Makes `token` the device's only one. */
  async issue({ deviceId, centreId, kind }: PairedDevice, token: string): Promise<void> {
    const kept: Kept = { deviceId, centreId, kind, tokenHash: hashOf(token), issuedAtMs: this.#now() };
    await this.#vault.write(async (tx) => {
      await tokens.put(tx, deviceId, kept);
      await revoked.remove(tx, deviceId);
    });
  }

  async revoke(deviceId: string): Promise<void> {
    await this.#vault.write(async (tx) => {
      await tokens.remove(tx, deviceId);
      await revoked.put(tx, deviceId, { atMs: this.#now() });
    });
  }

  /** True while it was signed off and has not been let in again: what it keeps it is to destroy. */
  async isRevoked(deviceId: string): Promise<boolean> {
    return (await this.#vault.read((tx) => revoked.get(tx, deviceId))) !== undefined;
  }

  /** The device, if this is its token. */
  async prove(deviceId: string, token: string): Promise<PairedDevice | undefined> {
    const kept = await this.#vault.read((tx) => tokens.get(tx, deviceId));
    return kept?.tokenHash === hashOf(token) ? kept : undefined;
  }

  async isPaired(deviceId: string): Promise<boolean> {
    return (await this.pairedAs(deviceId)) !== undefined;
  }

  /** What a device is paired as, whoever asks. */
  async pairedAs(deviceId: string): Promise<PairedDevice | undefined> {
    const kept = await this.#vault.read((tx) => tokens.get(tx, deviceId));
    return kept && { deviceId: kept.deviceId, centreId: kept.centreId, kind: kept.kind };
  }
}
