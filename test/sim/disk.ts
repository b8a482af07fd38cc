import type { Key, StoreName } from '../../src/protocol/client/ports.ts';
import { remembered } from '../../src/store/journal/files/contents.ts';
import { JournalDisk } from './journal-disk.ts';
import type { Chance } from './random.ts';

export interface Cell {
  readonly key: Key;
  readonly value: unknown;
}
/** What one transaction changed: for each cell what it is now and was before, null for none. */
export type Change = { readonly id: string; readonly now: Cell | null; readonly was: Cell | null };

/** Keys as text whose order and prefixes are those of IndexedDB's arrays. */
export const keyText = (store: StoreName, key: Key): string =>
  `${store}\u0001${key.map((part) => (typeof part === 'number' ? `\u0002${part.toString(36).padStart(12, '0')}` : `\u0003${part}`)).join('\u0001')}\u0001`;
export const prefixText = (store: StoreName, prefix: Key): string =>
  prefix.length === 0 ? `${store}\u0001` : keyText(store, prefix);

/**
 * A machine's storage, which outlives the page: cells of the store, of which the newest relaxed writes may yet be
 * lost, and the journal in another failure domain.
 */
export class Disk {
  cells = new Map<string, Cell>();
  /** Which generation of the store this is: it counts up when it is renewed under the pages. */
  generation = 1;
  /** The transaction that all pages wait for. */
  turn: Promise<unknown> = Promise.resolve();
  /** Changes not yet synced, oldest first. */
  unsynced: Change[][] = [];
  /** The journal's, and what was promised of it: mids it has said it keeps, and mids it has said are forgotten. */
  readonly files = new JournalDisk();
  readonly promised = new Set<string>();
  readonly forgotten = new Set<string>();
  /** False after a journal was lost or had no room, until the next start has made it whole. */
  journalWhole = true;
  /** False after something that waits in the store was damaged, until the next start has it from the journal. */
  storeWhole = true;
  /** Whether the page it was last started by is of the next build. */
  ofNextBuild = false;

  commit(change: Change[], strict: boolean): void {
    for (const { id, now } of change) {
      if (now === null) this.cells.delete(id);
      else this.cells.set(id, now);
    }
    if (strict) this.unsynced = [];
    else this.unsynced.push(change);
  }

  /** The mids that the journal holds now. */
  get journal(): ReadonlySet<string> {
    const files = this.files.contents();
    return new Set(remembered(files, files).keys());
  }

  /** The mids that the store has let go of and the journal has not yet been told of, or had no room to note. */
  get forgetting(): readonly string[] {
    return (this.cells.get(keyText('meta', ['forgetting']))?.value ?? []) as readonly string[];
  }

  /** The power goes: the first of the unsynced writes to the store have made it, and any of those to the journal. */
  crash(chance: Chance): void {
    this.files.crash(chance);
    for (const change of this.unsynced.splice(chance.between(0, this.unsynced.length)).reverse()) {
      for (const { id, was } of change) {
        if (was === null) this.cells.delete(id);
        else this.cells.set(id, was);
      }
    }
    this.unsynced = [];
  }

  /** The browser lost its database; the journal is elsewhere. */
  wipeStore(): void {
    this.cells = new Map();
    this.unsynced = [];
  }

  /** The store is made anew under its pages: what is under way is cut off. */
  renewStore(): void {
    this.wipeStore();
    this.generation += 1;
  }

  wipeJournal(): void {
    this.files.wipe();
    this.promised.clear();
    this.forgotten.clear();
    this.journalWhole = false;
  }

  /** A bit of the journal falls over. What it struck is promised no more. */
  flipBit(chance: Chance): void {
    const before = this.files.contents();
    this.files.flipBit(chance);
    const after = this.files.contents();
    before.forEach((file, index) => {
      for (const mid of file.entries.keys())
        if (after[index]?.entries.has(mid) !== true) this.promised.delete(mid);
      for (const mid of file.forgotten)
        if (after[index]?.forgotten.has(mid) !== true) this.forgotten.delete(mid);
    });
    this.journalWhole = false;
  }

  /** The same disk in another machine. */
  clone(): Disk {
    const copy = new Disk();
    copy.cells = new Map(this.cells);
    copy.unsynced = [...this.unsynced];
    this.files.copyTo(copy.files);
    for (const mid of this.promised) copy.promised.add(mid);
    for (const mid of this.forgotten) copy.forgotten.add(mid);
    copy.journalWhole = this.journalWhole;
    copy.storeWhole = this.storeWhole;
    copy.ofNextBuild = this.ofNextBuild;
    return copy;
  }

  /** Values of a store whose keys begin so, in key order. */
  list(store: StoreName, prefix: Key): unknown[] {
    const start = prefixText(store, prefix);
    const found: [string, unknown][] = [];
    for (const [id, cell] of this.cells) if (id.startsWith(start)) found.push([id, cell.value]);
    return found.sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, value]) => value);
  }
}
