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

/** One kind of record in the vault: the place where its JSON gets its type. */
export class VaultTable<T> {
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  async get(vault: VaultReader, id: string): Promise<T | undefined> {
    const text = await vault.get(this.#kind, id);
    return text === undefined ? undefined : this.#parse(text);
  }

  async list(vault: VaultReader): Promise<readonly { readonly id: string; readonly value: T }[]> {
    return (await vault.list(this.#kind)).map(({ id, data }) => ({ id, value: this.#parse(data) }));
  }

  async put(vault: VaultTx, id: string, value: T): Promise<void> {
    await vault.put(this.#kind, id, JSON.stringify(value));
  }

  async remove(vault: VaultTx, id: string): Promise<void> {
    await vault.remove(this.#kind, id);
  }

  /** Removes what has run out, so that the table does not fill with it. */
  async clear(vault: VaultTx, isOver: (value: T) => boolean): Promise<void> {
    for (const { id, value } of await this.list(vault)) if (isOver(value)) await this.remove(vault, id);
  }

  #parse(text: string): T {
    return JSON.parse(text);
  }
}
