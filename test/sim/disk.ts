import type { Key, StoreName } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';

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
  /** Changes not yet synced, oldest first. */
  unsynced: Change[][] = [];
  journal = new Map<string, WireMutation>();
  /** False after a journal was lost or had no room, until the next start has made it whole. */
  journalWhole = true;

  commit(change: Change[], strict: boolean): void {
    for (const { id, now } of change) {
      if (now === null) this.cells.delete(id);
      else this.cells.set(id, now);
    }
    if (strict) this.unsynced = [];
    else this.unsynced.push(change);
  }

  /** The power goes: the first `keep` of the unsynced writes have made it. */
  crash(keep: number): void {
    for (const change of this.unsynced.splice(keep).reverse()) {
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

  wipeJournal(): void {
    this.journal = new Map();
    this.journalWhole = false;
  }

  /** The same disk in another machine. */
  clone(): Disk {
    const copy = new Disk();
    copy.cells = new Map(this.cells);
    copy.unsynced = [...this.unsynced];
    copy.journal = new Map(this.journal);
    copy.journalWhole = this.journalWhole;
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
