import type { HubTx } from './ports.ts';

/** Ends an epoch that a cursor has betrayed, once, however many cursors do. Returns the one that holds now. */
export async function mintEpoch(tx: HubTx, strange: string, fresh: string): Promise<string> {
  const standing = await tx.meta('epoch');
  if (standing !== undefined && standing !== strange) return standing;
  tx.setMeta('epoch', fresh);
  return fresh;
}
