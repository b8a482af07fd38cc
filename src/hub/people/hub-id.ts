import { randomUUID } from 'node:crypto';
import { VaultTable, type Vault } from './vault.ts';

const ids = new VaultTable<{ readonly id: string }>('hub-id', 'standing');
/** There is one. */
const OWN = 'own';

/**
 * Who this hub is, whatever address it answers at: minted once, and kept with the data. All processes on one database are
 * the same hub, and a backup that is put back is still the one it was made of; a fresh centre is another.
 */
export function hubIdIn(vault: Vault): Promise<string> {
  return vault.write(async (tx) => {
    const kept = await ids.get(tx, OWN);
    if (kept !== undefined) return kept.id;
    const id = randomUUID();
    await ids.put(tx, OWN, { id });
    return id;
  });
}
