import type { Mid } from '../../kernel/ids.ts';
import type { WireMutation } from '../wire/wire.ts';
import { link, newClient, timeOfMid } from './chain.ts';
import type { Randomness, StoreTx } from './ports.ts';
import {
  deleteUnsent,
  listKept,
  listUnsent,
  readClient,
  readForgetting,
  readUnsent,
  writeClient,
  writeForgetting,
  writeUnsent,
  type Entry,
} from './records.ts';

/**
 * What lies unsent in a store and its journal, oldest first. As at a start, what only the journal has is of a store that
 * lost it.
 */
export async function unsentIn(tx: StoreTx, journaled: readonly WireMutation[]): Promise<readonly Entry[]> {
  const unsent = await listUnsent(tx);
  const known = new Set<string>([...unsent, ...(await listKept(tx)).flat()].map(({ mut }) => mut.mid));
  for (const mid of await readForgetting(tx)) known.add(mid);
  const lost = new Map(journaled.filter(({ mid }) => !known.has(mid)).map((mut) => [mut.mid, mut]));
  const alone = [...lost.values()].map((mut): Entry => ({ mut, touched: null, madeAtMono: 0, bootId: '' }));
  return [...unsent, ...alone].sort((a, b) => (a.mut.mid < b.mut.mid ? -1 : 1));
}

/**
 * Puts another client's mutations at the end of this one's chain, under the mids they have: one that the hub has all
 * the same ends with it as it did. Which rows they wrote there says nothing of the rows here. Returns them as they now are.
 */
export async function takeOver(
  tx: StoreTx,
  entries: readonly Entry[],
  random: Randomness,
  nowMs: number,
): Promise<readonly WireMutation[]> {
  let client = (await readClient(tx)) ?? newClient(random, nowMs);
  const kept = new Set((await listKept(tx)).flat().map(({ mut }) => mut.mid));
  const taken: WireMutation[] = [];
  for (const entry of entries) {
    const { mid } = entry.mut;
    const held = await readUnsent(tx, mid);
    if (held !== undefined) taken.push(held.mut);
    if (held !== undefined || kept.has(mid)) continue;
    const linked = link(client, entry.mut);
    client = { ...linked.client, midMs: Math.max(client.midMs, timeOfMid(mid)) };
    client = { ...client, pullAfter: client.nextSeq - 1 };
    writeUnsent(tx, { ...entry, mut: linked.mut, touched: null });
    taken.push(linked.mut);
  }
  writeClient(tx, client);
  return taken;
}

/**
 * Lets go of what another client has taken over, and remembers until the journal has forgotten it too. Where that
 * breaks the chain, its next leader chains the rest anew.
 */
export async function giveUp(tx: StoreTx, mids: readonly Mid[]): Promise<void> {
  const client = await readClient(tx);
  let gone = 0;
  for (const mid of mids) {
    if ((await readUnsent(tx, mid)) === undefined) continue;
    deleteUnsent(tx, mid);
    gone += 1;
  }
  if (client !== undefined) writeClient(tx, { ...client, outbox: client.outbox - gone });
  writeForgetting(tx, [...new Set<string>([...(await readForgetting(tx)), ...mids])]);
}
