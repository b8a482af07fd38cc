import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultTable, type Vault } from './vault.ts';

const ids = new VaultTable<{ readonly id: string }>('hub-id', 'standing');
/** There is one. */
const OWN = 'own';

/**
 * Who this hub is, whatever address it answers at: minted once, and kept with the data. All processes on one database are
 * the same hub, and a backup that is put back is still the one it was made of; a fresh centre is another.
 */
export function hubIdIn(vault: Vault, known: string | null = null): Promise<string> {
  return vault.write(async (tx) => {
    const kept = await ids.get(tx, OWN);
    if (kept !== undefined) return kept.id;
    const id = known ?? randomUUID();
    await ids.put(tx, OWN, { id });
    return id;
  });
}

/**
 * Keeps who this hub is in a file beside the data too. Where the database was lost and a new one begun in its place, it
 * is still the hub that the devices of the house know: they are told to be paired again, and not that a stranger answers.
 */
export async function keepHubId(vault: Vault, dataDir: string): Promise<void> {
  const file = join(dataDir, 'hub-id');
  const text = await readFile(file, 'utf8').catch(() => '');
  const noted = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(text.trim())?.[0] ?? null;
  const id = await hubIdIn(vault, noted);
  if (id !== noted) await writeFile(file, `${id}\n`, { mode: 0o600 });
}
