import { isWithin, type IdBounds } from '../../src/kernel/row-range.ts';
import type {
  ClientStorage,
  Key,
  StoreName,
  StoreTx,
  WriteOptions,
} from '../../src/protocol/client/ports.ts';
import { keyText, prefixText, type Cell, type Change, type Disk } from './disk.ts';
import type { Life } from './life.ts';

/** What a mechanism's switch may do to a store. */
export interface StorageTamper {
  /** Sees each transaction's changes before they are committed; what it returns is committed. */
  readonly commit?: (changes: Change[]) => Change[];
  /** Changes that survive when the power goes in the middle of a transaction: none, unless the switch says so. */
  readonly torn?: (changes: Change[]) => Change[];
}

/** A `ClientStorage` over a disk that can crash at any step. */
export class MemoryStorage implements ClientStorage {
  readonly #disk: Disk;
  readonly #life: Life;
  readonly #tamper: StorageTamper;
  readonly #committed: (changes: readonly Change[]) => void;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => (this.#end = resolve));

  constructor(
    disk: Disk,
    life: Life,
    tamper: StorageTamper,
    committed: (changes: readonly Change[]) => void,
  ) {
    this.#disk = disk;
    this.#life = life;
    this.#tamper = tamper;
    this.#committed = committed;
    life.whenOver(() => this.#end());
  }

  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(new Tx(this.#disk)));
  }

  async write<T>(work: (tx: StoreTx) => Promise<T>, options?: WriteOptions): Promise<T> {
    for (;;) {
      const written = await this.#write(work, options);
      if (written.kept) return written.value;
      // As the browser's: what was cut off is run again on the renewed store where that does no harm.
      if (options?.repeatable !== true) throw new Error('the store was renewed under this write');
    }
  }

  #write<T>(
    work: (tx: StoreTx) => Promise<T>,
    options?: WriteOptions,
  ): Promise<{ readonly kept: true; readonly value: T } | { readonly kept: false }> {
    return this.#inTurn(async () => {
      const { generation } = this.#disk;
      await this.#life.step('write begins');
      const tx = new Tx(this.#disk);
      const value = await work(tx);
      const changes = this.#tamper.commit?.(tx.changes()) ?? tx.changes();
      const strict = options?.durability !== 'relaxed';
      await this.#life.step('write commits', () => {
        const torn = this.#tamper.torn?.(changes) ?? [];
        if (torn.length > 0) this.#disk.commit(torn, true);
      });
      if (this.#disk.generation !== generation) return { kept: false };
      this.#disk.commit(changes, strict);
      this.#committed(changes);
      await this.#life.step('write committed');
      return { kept: true, value };
    });
  }

  close(): void {}

  /** Transactions wait for one another, also those of another page; one whose page has ended holds up nobody. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#disk.turn.then(async () => {
      await this.#life.pause();
      return work();
    });
    this.#disk.turn = Promise.race([mine.catch(() => undefined), this.#ended]);
    return mine;
  }
}

class Tx implements StoreTx {
  readonly #disk: Disk;
  readonly #written = new Map<string, Cell | null>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  async get(store: StoreName, key: Key): Promise<unknown> {
    return this.#cell(keyText(store, key))?.value;
  }

  async list(store: StoreName, prefix: Key, ids?: IdBounds): Promise<readonly unknown[]> {
    const start = prefixText(store, prefix);
    const found = new Map<string, Cell>();
    for (const [id, cell] of this.#disk.cells) if (id.startsWith(start)) found.set(id, cell);
    for (const [id, cell] of this.#written) {
      if (!id.startsWith(start)) continue;
      if (cell === null) found.delete(id);
      else found.set(id, cell);
    }
    const within = ({ key }: Cell): boolean =>
      ids === undefined || isWithin(String(key[prefix.length] ?? ''), ids);
    return [...found]
      .filter(([, cell]) => within(cell))
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([, cell]) => cell.value);
  }

  put(store: StoreName, key: Key, value: unknown): void {
    this.#written.set(keyText(store, key), { key, value: frozen(value) });
  }

  delete(store: StoreName, key: Key): void {
    this.#written.set(keyText(store, key), null);
  }

  deletePrefix(store: StoreName, prefix: Key): void {
    const start = prefixText(store, prefix);
    for (const id of this.#written.keys()) if (id.startsWith(start)) this.#written.set(id, null);
    for (const id of this.#disk.cells.keys()) if (id.startsWith(start)) this.#written.set(id, null);
  }

  deleteRange(store: StoreName, first: Key, last: Key): void {
    const [from, to] = [keyText(store, first), keyText(store, last)];
    for (const id of [...this.#written.keys(), ...this.#disk.cells.keys()])
      if (from <= id && id <= to) this.#written.set(id, null);
  }

  changes(): Change[] {
    const changes: Change[] = [];
    for (const [id, now] of this.#written) {
      const was = this.#disk.cells.get(id) ?? null;
      if (now !== null || was !== null) changes.push({ id, now, was });
    }
    return changes;
  }

  #cell(id: string): Cell | undefined {
    const written = this.#written.get(id);
    if (written === null) return undefined;
    return written ?? this.#disk.cells.get(id);
  }
}

/** A real store keeps copies; here nobody may change what is kept. */
function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
