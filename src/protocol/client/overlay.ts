import type { BucketName } from '../../kernel/buckets.ts';
import { ApplyRows, applyAgain, leavesRows, type Setting } from './apply.ts';
import { ChangeList, NO_CHANGES, type Changes } from './changes.ts';
import type { PendingMutation, Pending } from './pending.ts';
import type { StoreTx } from './ports.ts';
import { bucketOfKind, listRows, readBuckets, type ClientRecord, type Entry } from './records.ts';
import { StoredRows, type RowChanges, type RowKinds } from './rows.ts';

/** Whether a client holds a bucket; before the hub has said, it holds none. */
export const holds =
  (client: ClientRecord) =>
  (bucket: BucketName): boolean =>
    client.grants !== null && client.grants.includes(bucket);

/** Writes rows into the overlay. */
export function writeOverlay(tx: StoreTx, kinds: RowKinds, changes: RowChanges): void {
  changes.forEach((rows, name) => {
    const bucket = bucketOfKind(name);
    const kind = name.slice(bucket.length + 1);
    const v = kinds[kind]?.v ?? 1;
    rows.forEach((data, id) =>
      tx.put('overlay', [bucket, kind, id], v === 1 ? { id, data } : { id, data, v }),
    );
  });
}

/** Whether some bucket that a mutation wrote in has not been pulled past it. */
export function isLive(entry: Entry, client: ClientRecord, lasts: ReadonlyMap<BucketName, number>): boolean {
  const ahead = (bucket: BucketName): boolean => entry.mut.seq > (lasts.get(bucket) ?? 0);
  if (client.grants === null) return true;
  if (entry.touched === null) return client.grants.some(ahead);
  return entry.touched.some((name) => holds(client)(bucketOfKind(name)) && ahead(bucketOfKind(name)));
}

/** The pulled `last` of each bucket held. */
export async function pulledLasts(tx: StoreTx): Promise<Map<BucketName, number>> {
  return new Map((await readBuckets(tx)).map((record) => [record.bucket, record.last]));
}

/**
 * Makes the overlay anew over the base as it now is: the mutations above their buckets' pulled `last`, in order.
 * What is settled in every bucket it touches is not run again. Tells what may differ in the view.
 */
export async function rebuildOverlay(
  tx: StoreTx,
  setting: Setting,
  client: ClientRecord,
  pending: Pending,
): Promise<Changes> {
  const before = [...pending.above(pending.settled)];
  if (before.length === 0) return NO_CHANGES;
  const changed = new ChangeList();
  const lasts = await pulledLasts(tx);
  const live = before.filter((held) => isLive(held.entry, client, lasts));
  changed.add(await overlaid(tx, client, before));

  tx.deletePrefix('overlay', []);
  const overlay: RowChanges = new Map();
  const base = new StoredRows(tx, setting.nouns.rowKinds, { overlay: false });
  for (const held of live) {
    const rows = new ApplyRows(base, overlay, setting.actor, holds(client));
    const outcome = await applyAgain(setting, held.entry.mut, rows);
    if (!leavesRows(outcome)) continue;
    touch(tx, pending, held, rows.written);
    rows.written.forEach((written, name) => {
      written.forEach((_, id) => changed.row(name, id));
      // The base of a bucket pulled past it has the hub's word on it.
      if (held.entry.mut.seq <= (lasts.get(bucketOfKind(name)) ?? 0)) return;
      const into = overlay.get(name);
      if (into === undefined) overlay.set(name, new Map(written));
      else written.forEach((data, id) => into.set(id, data));
    });
  }
  writeOverlay(tx, setting.nouns.rowKinds, overlay);
  pending.settled = (live[0]?.entry.mut.seq ?? pending.top + 1) - 1;
  return changed.changes;
}

/** With more waiting than this the rows that lie over the base are not told one by one. */
const FEW_WAITING = 50;

/** What has lain over the base so far and may come away. */
async function overlaid(
  tx: StoreTx,
  client: ClientRecord,
  waiting: readonly PendingMutation[],
): Promise<Changes> {
  const changed = new ChangeList();
  const kinds = new Set<string>();
  for (const { entry } of waiting) {
    if (entry.touched === null) (client.grants ?? []).forEach((bucket) => changed.whole(`${bucket}/*`));
    else entry.touched.forEach((kind) => kinds.add(kind));
  }
  for (const name of kinds) {
    if (waiting.length > FEW_WAITING) changed.whole(name);
    else {
      const bucket = bucketOfKind(name);
      const rows = await listRows(tx, 'overlay', [bucket, name.slice(bucket.length + 1)]);
      for (const { id } of rows) changed.row(name, id);
    }
  }
  return changed.changes;
}

/** Notes the kinds that a mutation has come to write, where they are new: it stays live until those are pulled too. */
function touch(tx: StoreTx, pending: Pending, held: PendingMutation, written: RowChanges): void {
  const known = held.entry.touched;
  if (known === null) return;
  const added = [...written.keys()].filter((name) => !known.includes(name));
  if (added.length === 0) return;
  held.entry = { ...held.entry, touched: [...known, ...added] };
  pending.put(tx, held);
}
