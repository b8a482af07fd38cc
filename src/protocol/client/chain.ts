import { id, type ClientId, type Mid } from '../../kernel/ids.ts';
import type { WireMutation } from '../wire/wire.ts';
import type { Clock, Randomness, StoreTx } from './ports.ts';
import { writeClient, type ClientRecord, type Entry } from './records.ts';

/** A client that the hub has not met. */
export const newClient = (random: Randomness, nowMs: number): ClientRecord => ({
  clientId: id<'ClientId'>(random.uuid7(nowMs)) satisfies ClientId,
  nextSeq: 1,
  tip: null,
  epoch: null,
  grants: null,
  grantHash: null,
  outbox: 0,
  pullAfter: 0,
  midMs: 0,
});

/** Puts a mutation at the end of the chain, under the mid it has: step 2 of the hub's push wants `prev = lastMid`. */
export function link<M extends Omit<WireMutation, 'seq' | 'prev'>>(
  client: ClientRecord,
  mut: M,
): { readonly client: ClientRecord; readonly mut: M & Pick<WireMutation, 'seq' | 'prev'> } {
  return {
    mut: { ...mut, seq: client.nextSeq, prev: client.tip },
    client: { ...client, nextSeq: client.nextSeq + 1, tip: mut.mid, outbox: client.outbox + 1 },
  };
}

/** The next mid of this client: never sorting before an older one, whatever the clock does. */
export function nextMid(
  client: ClientRecord,
  clock: Clock,
  random: Randomness,
): { readonly mid: Mid; readonly midMs: number } {
  const midMs = Math.max(Math.floor(clock.wall()), client.midMs + 1);
  return { mid: id<'Mid'>(random.uuid7(midMs)), midMs };
}

/** The time a UUIDv7 carries, Unix ms; 0 when it carries none. */
export function timeOfMid(mid: Mid): number {
  const ms = parseInt(mid.slice(0, 8) + mid.slice(9, 13), 16);
  return Number.isFinite(ms) ? ms : 0;
}

/**
 * Chains entries anew from 1 under a new clientId, with the same mids, all of them unsent. Nothing is pulled until
 * the hub has acknowledged them: it would show rows without knowing which of ours they hold.
 */
export function rechain(
  tx: StoreTx,
  old: ClientRecord,
  entries: readonly Entry[],
  random: Randomness,
  nowMs: number,
): { readonly client: ClientRecord; readonly entries: readonly Entry[] } {
  let client: ClientRecord = {
    ...newClient(random, nowMs),
    epoch: old.epoch,
    grants: old.grants,
    grantHash: old.grantHash,
    midMs: old.midMs,
    pullAfter: entries.length,
  };
  const chained = entries.map((entry) => {
    const linked = link(client, entry.mut);
    client = linked.client;
    return { ...entry, mut: linked.mut };
  });
  tx.deletePrefix('outbox', []);
  tx.deletePrefix('kept', []);
  for (const entry of chained) tx.put('outbox', [entry.mut.mid], entry);
  writeClient(tx, client);
  return { client, entries: chained };
}
