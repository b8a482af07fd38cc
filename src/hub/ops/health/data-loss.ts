import { VaultTable, type Vault } from '../../people/vault.ts';
import type { HubHealth } from './hub-health.ts';

interface Loss {
  /** What was found, a `DataFault`. */
  readonly fault: string;
  readonly atMs: number;
}

const losses = new VaultTable<Loss>('data-loss', 'standing');
const OPEN = 'open';
const PROBE = 'probe';

/** The hub goes on though data was found lost: said at every start until a manager confirms that they know. */
export class DataLoss {
  readonly #vault: Vault;
  readonly #health: HubHealth;

  constructor(vault: Vault, health: HubHealth) {
    this.#vault = vault;
    this.#health = health;
  }

  /** At a start: what was gone on with just now, or earlier. */
  async recall(fault: string | null, nowMs: number): Promise<void> {
    if (fault !== null)
      await this.#vault.write((tx) => losses.put(tx, OPEN, { fault, atMs: Math.round(nowMs) }));
    const open = await this.#vault.read((tx) => losses.get(tx, OPEN));
    this.#health.set('data-lost', open !== undefined);
  }

  /** A manager knows. */
  async confirm(): Promise<void> {
    await this.#vault.write((tx) => losses.remove(tx, OPEN));
    this.#health.set('data-lost', false);
  }
}

/** Writes something and takes it back. Rejects where the database takes no change. */
export async function probe(vault: Vault): Promise<void> {
  await vault.write((tx) => losses.put(tx, PROBE, { fault: '', atMs: 0 }));
  await vault.write((tx) => losses.remove(tx, PROBE));
}
