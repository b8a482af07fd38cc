import { hashOf } from './secrets.ts';
import { VaultTable, type Vault } from './vault.ts';

interface Kept {
  readonly proofHash: string;
  /** Hashes of the ones before it, the newest first. */
  readonly used: readonly string[];
}

/** How it went with a proof: it was the device's, it has been used by somebody before, or it is none. */
type ProofUse = 'right' | 'used' | 'unknown';

/** Of so many that went before it is known that they have been used. */
const MOST_USED = 20;

/** By device. */
const proofs = new VaultTable<Kept>('recovery-proof', 'standing');

/**
 * What a kiosk or a screen proves with that it is still the one that was paired, when its cookie is gone: a browser
 * writes cookies to disk when it likes, half a minute late.
 *
 * A page's script can read the proof, as it can read all else such a device holds; a console has none, and nobody's
 * session comes back by it. It lasts until the device is revoked or paired anew, and each use puts another in its place: of
 * two copies of a disk only one comes in by it, and the other is noticed.
 */
export class RecoveryProofs {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** The device has this one on its disk now; what it had before counts as used. */
  async keep(deviceId: string, proof: string): Promise<void> {
    const proofHash = hashOf(proof);
    // Said at each start, and seldom news.
    if ((await this.#vault.read((tx) => proofs.get(tx, deviceId)))?.proofHash === proofHash) return;
    await this.#vault.write(async (tx) => {
      const kept = await proofs.get(tx, deviceId);
      if (kept?.proofHash !== proofHash) await proofs.put(tx, deviceId, after(kept, proofHash));
    });
  }

  /**
   * Uses a proof up for the one that the device has put beside it. Asked again with both, as when the answer was lost, it
   * is right again.
   */
  async use(deviceId: string, proof: string, next: string): Promise<ProofUse> {
    const [proofHash, nextHash] = [hashOf(proof), hashOf(next)];
    return this.#vault.write(async (tx) => {
      const kept = await proofs.get(tx, deviceId);
      if (kept === undefined) return 'unknown';
      if (kept.proofHash === proofHash) {
        if (nextHash !== proofHash) await proofs.put(tx, deviceId, after(kept, nextHash));
        return 'right';
      }
      if (kept.proofHash === nextHash && kept.used[0] === proofHash) return 'right';
      return kept.used.includes(proofHash) ? 'used' : 'unknown';
    });
  }

  /** The device is another browser now, or none. */
  async end(deviceId: string): Promise<void> {
    await this.#vault.write((tx) => proofs.remove(tx, deviceId));
  }
}

const after = (kept: Kept | undefined, proofHash: string): Kept => ({
  proofHash,
  used: kept === undefined ? [] : [kept.proofHash, ...kept.used].slice(0, MOST_USED),
});
