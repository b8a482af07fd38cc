/** Reads of what only the hub knows. Values are JSON text. */
export interface VaultReader {
  get(kind: string, id: string): Promise<string | undefined>;
  list(kind: string): Promise<readonly { readonly id: string; readonly data: string }[]>;
}

export interface VaultTx extends VaultReader {
  put(kind: string, id: string, data: string): void | Promise<void>;
  remove(kind: string, id: string): void | Promise<void>;
}

/** The part of the hub's database that is in no bucket and is never sent: hashes of tokens and passwords, pairings. */
export interface Vault {
  read<T>(work: (vault: VaultReader) => Promise<T>): Promise<T>;
  /** One transaction, alone among its like. Only its own operations may be awaited inside; it may run again. */
  write<T>(work: (vault: VaultTx) => Promise<T>): Promise<T>;
}

/** How long a kind of record stays: as long as what it is about, or until it is over. */
type VaultRetention<T> = 'standing' | ((value: T, nowMs: number) => boolean);

/** A kind of record, whatever is in it. */
type Cleared = Pick<VaultTable<unknown>, 'kind' | 'clearOver'>;

/** Every kind there is, so that what is over can be cleared of all of them. */
const tables: Cleared[] = [];

/** The kinds of record, as they have been declared. */
export const vaultTables = (): readonly Cleared[] => tables;

/** One kind of record in the vault: the place where its JSON gets its type, and where it says how long it stays. */
export class VaultTable<T> {
  readonly kind: string;
  readonly #retention: VaultRetention<T>;

  constructor(kind: string, retention: VaultRetention<T>) {
    this.kind = kind;
    this.#retention = retention;
    tables.push(this);
  }

  /** Removes what is over by now, at most so many. Returns how many went. */
  async clearOver(vault: VaultTx, nowMs: number, most: number): Promise<number> {
    const retention = this.#retention;
    if (retention === 'standing') return 0;
    const over = (await this.list(vault)).filter(({ value }) => retention(value, nowMs)).slice(0, most);
    for (const { id } of over) await this.remove(vault, id);
    return over.length;
  }

  async get(vault: VaultReader, id: string): Promise<T | undefined> {
    const text = await vault.get(this.kind, id);
    return text === undefined ? undefined : this.#parse(text);
  }

  async list(vault: VaultReader): Promise<readonly { readonly id: string; readonly value: T }[]> {
    return (await vault.list(this.kind)).map(({ id, data }) => ({ id, value: this.#parse(data) }));
  }

  async put(vault: VaultTx, id: string, value: T): Promise<void> {
    await vault.put(this.kind, id, JSON.stringify(value));
  }

  async remove(vault: VaultTx, id: string): Promise<void> {
    await vault.remove(this.kind, id);
  }

  /** Removes what has run out, so that the table does not fill with it. */
  async clear(vault: VaultTx, isOver: (value: T) => boolean): Promise<void> {
    for (const { id, value } of await this.list(vault)) if (isOver(value)) await this.remove(vault, id);
  }

  #parse(text: string): T {
    return JSON.parse(text);
  }
}
