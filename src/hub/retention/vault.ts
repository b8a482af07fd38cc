import { vaultTables, type Vault } from '../people/vault.ts';

/** Removes what is over of every kind in the vault, at most so many records; returns how many went. */
export async function sweepVault(vault: Vault, nowMs: number, most: number): Promise<number> {
  let gone = 0;
  for (const table of vaultTables()) {
    if (gone >= most) return gone;
    gone += await vault.write((tx) => table.clearOver(tx, nowMs, most - gone));
  }
  return gone;
}
