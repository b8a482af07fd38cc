import type { WireMutation } from '../wire/wire.ts';
import { fork, type LeaderDeps } from './answers.ts';
import { link, newClient, timeOfMid } from './chain.ts';
import type { Changes } from './changes.ts';
import type { HealedHere, LoadMending } from './mend.ts';
import { rebuildOverlay } from './overlay.ts';
import type { ClientStorage, Journal, StoreTx } from './ports.ts';
import {
  listKept,
  listUnsent,
  readClient,
  dropForgotten,
  readForgetting,
  writeClient,
  writeUnsent,
  type ClientRecord,
  type Entry,
} from './records.ts';

interface MergeDeps extends LeaderDeps {
  readonly mending: LoadMending;
  healed(kind: HealedHere): void;
  /** The journal failed; what it did not take is kept all the same. */
  failed(error: unknown): void;
}

interface Adopted {
  readonly client: ClientRecord;
  readonly changes: Changes;
}

interface Merged extends Adopted {
  /** The journal could not be read: what it alone holds is not adopted yet. */
  readonly unread: boolean;
}

/**
 * What every start of a leader does: the store and the journal are made to hold the same mutations, by mid. What only
 * the journal has (the store was wiped) is chained to the end, or from 1 when nothing is left; what only the store
 * has (a crash came between the two) is appended to the journal.
 */
export async function mergeJournal(
  storage: ClientStorage,
  journal: Journal,
  deps: MergeDeps,
): Promise<Merged> {
  // One that cannot be read is no reason to be cut off from the hub: nothing is taken for forgotten, and it is asked again.
  let unread = false;
  const journaled = await journal.readAll().catch((error: unknown) => {
    deps.failed(error);
    unread = true;
    return [];
  });
  // A face that changes nothing has no queue to be damaged.
  const changesAny = Object.keys(deps.setting.nouns.mutations).length > 0;
  const mending = changesAny ? await deps.mending() : null;
  let damaged = false;
  const { client, changes, toAppend, forgotten } = await storage.write(
    async (tx) => {
      damaged = (await mending?.mendQueue(tx, journaled, deps.clock.wall())) === true;
      return merge(tx, deps, journaled);
    },
    journaled.length === 0 ? { repeatable: true, only: [] } : {},
  );
  if (damaged) deps.healed('queue-repaired');
  try {
    if (toAppend.length > 0) await journal.append(toAppend);
    if (forgotten.length > 0) {
      await journal.forget(forgotten);
      await storage.write((tx) => dropForgotten(tx, forgotten), { durability: 'relaxed' });
    }
  } catch (error) {
    // A journal without room is no reason to send nothing; the next start tries again.
    deps.failed(error);
  }
  return { client, changes, unread };
}

async function merge(
  tx: StoreTx,
  deps: LeaderDeps,
  journaled: readonly WireMutation[],
): Promise<Adopted & { readonly toAppend: readonly WireMutation[]; readonly forgotten: readonly string[] }> {
  const known = new Set(journaled.map((mut) => mut.mid));
  let client = (await readClient(tx)) ?? newClient(deps.random, deps.clock.wall());
  const held = [...(await listKept(tx)).flat(), ...(await listUnsent(tx))];
  const heldMids = new Set(held.map((entry) => entry.mut.mid));
  const forgotten = await readForgetting(tx);
  const done = new Set(forgotten);
  const missing = inOrder(journaled.filter((mut) => !heldMids.has(mut.mid) && !done.has(mut.mid)));

  for (const mut of missing) {
    const linked = link(client, { ...mut, age: null });
    client = { ...linked.client, midMs: Math.max(client.midMs, timeOfMid(mut.mid)) };
    // Its boot is over and what it touched is not known: it may lie over any bucket until all are pulled past it.
    const entry: Entry = { mut: linked.mut, touched: null, madeAtMono: 0, bootId: '' };
    writeUnsent(tx, entry);
  }
  if (missing.length > 0) client = { ...client, pullAfter: client.nextSeq - 1 };
  deps.pending.invalidate();
  if (!(await deps.pending.catchUp(tx, client))) client = await fork(tx, deps, client);
  // What was counted is counted again; nothing above the chain's end is ever acknowledged.
  const outbox = deps.pending.unsent(0, Infinity).length;
  client = { ...client, outbox, pullAfter: Math.min(client.pullAfter, client.nextSeq - 1) };
  writeClient(tx, client);
  const changes = await rebuildOverlay(tx, deps.setting, client, deps.pending);
  const toAppend = held.filter((entry) => !known.has(entry.mut.mid)).map((entry) => entry.mut);
  return { client, changes, toAppend, forgotten };
}

/** Once each, in the order they were made: mids of one device sort so. */
function inOrder(mutations: readonly WireMutation[]): readonly WireMutation[] {
  const byMid = new Map(mutations.map((mut) => [mut.mid, mut]));
  return [...byMid.values()].sort((a, b) => (a.mid < b.mid ? -1 : 1));
}
