import type { Key, StoreName, StoreTx } from '../../../protocol/client/ports.ts';
import { isWithin, type IdBounds } from '../../../kernel/row-range.ts';
import { storeNames } from '../indexed-db-storage.ts';
import type { OpenedStorage } from '../reopening-storage.ts';

interface Cell {
  readonly key: Key;
  readonly value: unknown;
}

/** Keys as text that sorts as IndexedDB sorts them: numbers before strings, a shorter key before what begins with it. */
const textOf = (key: Key): string =>
  key
    .map((part) => (typeof part === 'number' ? `1${String(part).padStart(17, '0')}\u0000` : `2${part}\u0000`))
    .join('');

/** A copy: what is stored must not change with the caller's object. */
const copyOf = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/**
 * The store of a page that can keep nothing: the last rung. What is in it is gone with the page, so whoever writes has
 * to see to it that something else keeps what must be kept.
 */
export class MemoryStorage implements OpenedStorage {
  /** There is no newer one to move to. */
  readonly generation = Number.MAX_SAFE_INTEGER;
  readonly #cells = new Map<StoreName, Map<string, Cell>>(
    [...storeNames].map((store) => [store, new Map<string, Cell>()]),
  );
  #turn: Promise<unknown> = Promise.resolve();
  #isOpen = true;

  constructor(private readonly closed: () => void) {}

  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(new MemoryTx(this.#cells)));
  }

  write<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const tx = new MemoryTx(this.#cells);
      const value = await work(tx);
      tx.commit();
      return value;
    });
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  close(): void {
    this.#isOpen = false;
    this.closed();
  }

  giveUp(): void {}

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

class MemoryTx implements StoreTx {
  readonly #written = new Map<StoreName, Map<string, Cell | null>>();

  constructor(private readonly cells: ReadonlyMap<StoreName, Map<string, Cell>>) {}

  async get(store: StoreName, key: Key): Promise<unknown> {
    const text = textOf(key);
    const written = this.#written.get(store)?.get(text);
    const cell = written === undefined ? this.cells.get(store)?.get(text) : written;
    return copyOf(cell?.value);
  }

  async list(store: StoreName, prefix: Key, ids?: IdBounds): Promise<readonly unknown[]> {
    const at = prefix.length;
    return this.#under(store, textOf(prefix))
      .filter(([, { key }]) => ids === undefined || isWithin(String(key[at] ?? ''), ids))
      .map(([, { value }]) => copyOf(value));
  }

  put(store: StoreName, key: Key, value: unknown): void {
    this.#change(store, textOf(key), { key, value: copyOf(value) });
  }

  delete(store: StoreName, key: Key): void {
    this.#change(store, textOf(key), null);
  }

  deletePrefix(store: StoreName, prefix: Key): void {
    for (const [text] of this.#under(store, textOf(prefix))) this.#change(store, text, null);
  }

  deleteRange(store: StoreName, first: Key, last: Key): void {
    const [from, to] = [textOf(first), textOf(last)];
    for (const [text] of this.#under(store, ''))
      if (from <= text && text <= to) this.#change(store, text, null);
  }

  commit(): void {
    for (const [store, changes] of this.#written)
      for (const [text, cell] of changes) {
        if (cell === null) this.cells.get(store)?.delete(text);
        else this.cells.get(store)?.set(text, cell);
      }
  }

  #change(store: StoreName, text: string, cell: Cell | null): void {
    const changes = this.#written.get(store) ?? new Map<string, Cell | null>();
    changes.set(text, cell);
    this.#written.set(store, changes);
  }

  /** What begins so, in the order of the keys. */
  #under(store: StoreName, start: string): readonly (readonly [string, Cell])[] {
    const all = new Map<string, Cell | null>([
      ...(this.cells.get(store) ?? []),
      ...(this.#written.get(store) ?? []),
    ]);
    return [...all]
      .flatMap(([text, cell]) => (cell === null || !text.startsWith(start) ? [] : [[text, cell] as const]))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
