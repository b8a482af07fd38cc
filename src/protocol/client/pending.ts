import type { Mid } from '../../kernel/ids.ts';
import type { StoreTx } from './ports.ts';
import {
  deleteKept,
  listKept,
  listUnsent,
  readUnsent,
  writeKept,
  writeUnsent,
  type ClientRecord,
  type Entry,
} from './records.ts';

/** A mutation that the hub may yet lose, as the leader has it in mind. */
export interface PendingMutation {
  entry: Entry;
  /** The push that brought it to the hub, with all that came in it; null while it is in the outbox. */
  push: readonly PendingMutation[] | null;
}

/**
 * Outbox and kept of the leader in memory, in the order of the chain, so that no step reads all of them.
 * Other tabs add to the outbox on disk; `catchUp` finds what they added by walking the chain back from its tip.
 */
export class Pending {
  #clientId: string | null = null;
  #lo = 1;
  #top = 0;
  readonly #held = new Map<number, PendingMutation>();
  /** Every seq at or below it is known to every bucket it touches: it has no part in the overlay. */
  settled = 0;

  /** The oldest and newest seq held; `lo` is `top + 1` when nothing is. */
  get lo(): number {
    return this.#lo;
  }
  get top(): number {
    return this.#top;
  }

  at(seq: number): PendingMutation | undefined {
    return this.#held.get(seq);
  }

  /** The held mutations above a seq, oldest first. */
  *above(seq: number): Generator<PendingMutation> {
    for (let at = Math.max(seq + 1, this.#lo); at <= this.#top; at += 1) {
      const held = this.#held.get(at);
      if (held !== undefined) yield held;
    }
  }

  /** Whether nothing waits to be sent. */
  isIdle(): boolean {
    return this.unsent(0, 1).length === 0;
  }

  /** The next of the outbox above a seq. */
  unsent(seq: number, limit: number): readonly Entry[] {
    const batch: Entry[] = [];
    for (const held of this.above(seq)) {
      if (held.push !== null) continue;
      batch.push(held.entry);
      if (batch.length === limit) break;
    }
    return batch;
  }

  /** Makes the memory agree with the disk as this transaction sees it. False when the chain on disk is broken. */
  async catchUp(tx: StoreTx, client: ClientRecord): Promise<boolean> {
    if (this.#clientId !== client.clientId) return this.#load(tx, client);
    const fresh: Entry[] = [];
    let mid: Mid | null = client.tip;
    for (let seq = client.nextSeq - 1; seq > this.#top && mid !== null; seq -= 1) {
      const entry = await readUnsent(tx, mid);
      if (entry === undefined || entry.mut.seq !== seq) return this.#load(tx, client);
      fresh.push(entry);
      mid = entry.mut.prev;
    }
    for (const entry of fresh.reverse()) this.add(client.clientId, entry);
    return true;
  }

  /** Takes in a mutation that has just been made; one already known, or of a chain no longer ours, is nothing. */
  add(clientId: string, entry: Entry): void {
    if (clientId !== this.#clientId || entry.mut.seq !== this.#top + 1) return;
    this.#top = entry.mut.seq;
    this.#held.set(this.#top, { entry, push: null });
  }

  /** Writes an entry where it now belongs. */
  put(tx: StoreTx, held: PendingMutation): void {
    if (held.push === null) writeUnsent(tx, held.entry);
    else writeKept(tx, entriesOf(held.push));
  }

  /** One push is with the hub: what came in it becomes one record of `kept`. Taking it out of the outbox is the caller's. */
  keep(tx: StoreTx, push: readonly PendingMutation[]): void {
    for (const held of push) held.push = push;
    writeKept(tx, entriesOf(push));
  }

  /** Moves what the hub does not know (any more) from kept back to the outbox. Returns how many. */
  returnAbove(tx: StoreTx, seq: number): number {
    let count = 0;
    for (const held of this.above(seq)) {
      const { push } = held;
      if (push === null) continue;
      deleteKept(tx, entriesOf(push));
      const stays = push.filter((one) => one.entry.mut.seq <= seq);
      for (const one of push) one.push = null;
      if (stays.length > 0) this.keep(tx, stays);
      for (const one of push.slice(stays.length)) this.put(tx, one);
      count += push.length - stays.length;
    }
    return count;
  }

  /** Lets go of the pushes that lie whole at or below a seq, oldest first. Returns the mids let go of. */
  letGoUpTo(tx: StoreTx, seq: number): readonly Mid[] {
    const mids: Mid[] = [];
    for (let held = this.at(this.#lo); held !== undefined && held.push !== null; held = this.at(this.#lo)) {
      const entries = entriesOf(held.push);
      const last = entries[entries.length - 1]?.mut.seq ?? Infinity;
      if (last > seq || last !== this.#lo + entries.length - 1) break;
      deleteKept(tx, entries);
      mids.push(...entries.map(({ mut }) => mut.mid));
      this.#dropUpTo(last);
    }
    return mids;
  }

  #dropUpTo(seq: number): void {
    while (this.#lo <= seq && this.#lo <= this.#top) {
      this.#held.delete(this.#lo);
      this.#lo += 1;
    }
  }

  /** Starts from a chain made anew. */
  restart(clientId: string, entries: readonly Entry[]): void {
    this.#clientId = clientId;
    this.#held.clear();
    this.#lo = 1;
    this.#top = entries.length;
    this.settled = 0;
    entries.forEach((entry, index) => this.#held.set(index + 1, { entry, push: null }));
  }

  /** Forgets what it has in mind: a write failed and memory may be ahead of the disk. */
  invalidate(): void {
    this.#clientId = null;
    this.#held.clear();
  }

  async #load(tx: StoreTx, client: ClientRecord): Promise<boolean> {
    const [outbox, kept] = [await listUnsent(tx), await listKept(tx)];
    const all = [
      ...kept.flatMap(asPush),
      ...outbox.map((entry): PendingMutation => ({ entry, push: null })),
    ].sort((a, b) => a.entry.mut.seq - b.entry.mut.seq);
    this.#clientId = client.clientId;
    this.#held.clear();
    this.settled = 0;
    const lo = client.nextSeq - all.length;
    const whole = lo >= 1 && all.every(({ entry }, index) => entry.mut.seq === lo + index);
    // Of a broken chain all that is held is chained anew, in the order it was made.
    if (!whole) all.sort((a, b) => (a.entry.mut.mid < b.entry.mut.mid ? -1 : 1));
    this.#lo = whole ? lo : 1;
    this.#top = this.#lo + all.length - 1;
    all.forEach((held, index) => this.#held.set(this.#lo + index, held));
    return whole;
  }
}

const entriesOf = (push: readonly PendingMutation[]): readonly Entry[] => push.map(({ entry }) => entry);

function asPush(entries: readonly Entry[]): readonly PendingMutation[] {
  const push = entries.map((entry): PendingMutation => ({ entry, push: null }));
  for (const held of push) held.push = push;
  return push;
}
