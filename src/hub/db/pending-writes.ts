import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import { boundsOf, isWithin, type RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { ArchivePlace, ClientRecord, HubTx, MetaKey, MutationRecord } from '../../protocol/hub/ports.ts';
import type { RowForms } from './row-forms.ts';
import { rowKey, type Underlying, type MovedRow, type WrittenRow } from './underlying.ts';

/**
 * Changes not yet written, over committed rows or over other such changes. Each transaction has its own, and each
 * savepoint in it its own over those: giving up is forgetting them, so a group of transactions can share one commit though
 * some of them fail.
 */
export class PendingWrites implements HubTx, Underlying {
  readonly rowsWritten = new Map<string, WrittenRow>();
  /** Rows that go to the archive; those of `rowsWritten` leave their buckets. */
  readonly moved = new Map<string, MovedRow>();
  readonly metaWritten = new Map<MetaKey, string>();
  readonly clientsWritten = new Map<ClientId, ClientRecord>();
  readonly mutationsWritten = new Map<Mid, MutationRecord>();
  readonly chainsWritten = new Map<ClientId, Map<number, Mid>>();
  readonly forms: RowForms;
  readonly #underlying: Underlying;

  constructor(underlying: Underlying) {
    this.#underlying = underlying;
    this.forms = underlying.forms;
  }

  get isEmpty(): boolean {
    const { rowsWritten, metaWritten, clientsWritten, mutationsWritten, chainsWritten } = this;
    return [rowsWritten, metaWritten, clientsWritten, mutationsWritten, chainsWritten].every(
      ({ size }) => size === 0,
    );
  }

  /** Puts these changes into others, over what those had. */
  mergeInto(other: PendingWrites): void {
    for (const [key, row] of this.rowsWritten) {
      // The order of the last writing is the order of versions.
      other.rowsWritten.delete(key);
      other.rowsWritten.set(key, row);
      other.moved.delete(key);
    }
    for (const [key, row] of this.moved) other.moved.set(key, row);
    for (const [key, value] of this.metaWritten) other.metaWritten.set(key, value);
    for (const [id, client] of this.clientsWritten) other.clientsWritten.set(id, client);
    for (const [mid, record] of this.mutationsWritten) other.mutationsWritten.set(mid, record);
    for (const [id, chain] of this.chainsWritten)
      for (const [seq, mid] of chain) other.saveChain(id, seq, mid);
  }

  async attempt<T extends { readonly keep: boolean }>(work: (tx: HubTx) => Promise<T>): Promise<T> {
    const inner = new PendingWrites(this);
    const done = await work(inner);
    if (done.keep) inner.mergeInto(this);
    return done;
  }

  async row<K extends Kind>(bucket: BucketName, kind: K, id: string): Promise<RowOf<K> | undefined> {
    const text = await this.text(bucket, kind, id);
    return text === null ? undefined : this.forms.row(kind, text);
  }

  async rows<K extends Kind>(bucket: BucketName, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    return this.forms.rows(kind, await this.texts(bucket, kind, range));
  }

  async writeRow<K extends Kind>(
    bucket: BucketName,
    kind: K,
    id: string,
    row: RowOf<K> | null,
  ): Promise<void> {
    const text = row === null ? null : this.forms.write(kind, row);
    if ((await this.text(bucket, kind, id)) === text) return;
    const key = rowKey(bucket, kind, id);
    this.rowsWritten.delete(key);
    this.rowsWritten.set(key, { bucket, kind, id, text });
    this.moved.delete(key);
  }

  async mentioning<K extends Kind>(bucket: BucketName, kind: K, text: string): Promise<readonly RowOf<K>[]> {
    return this.forms.rows(kind, await this.textsMentioning(bucket, kind, text));
  }

  async archive(bucket: BucketName, kind: Kind, id: string, place: ArchivePlace): Promise<void> {
    const text = await this.text(bucket, kind, id);
    if (text === null) return;
    await this.writeRow(bucket, kind, id, null);
    this.moved.set(rowKey(bucket, kind, id), { bucket, kind, id, text, ...place });
  }

  saveClient(client: ClientRecord): void {
    this.clientsWritten.set(client.clientId, client);
  }

  saveMutation(record: MutationRecord): void {
    this.mutationsWritten.set(record.mid, record);
  }

  saveChain(clientId: ClientId, seq: number, mid: Mid): void {
    const chain = this.chainsWritten.get(clientId) ?? new Map<number, Mid>();
    chain.set(seq, mid);
    this.chainsWritten.set(clientId, chain);
  }

  setMeta(key: MetaKey, value: string): void {
    this.metaWritten.set(key, value);
  }

  text(bucket: BucketName, kind: string, id: string): Promise<string | null> {
    const key = rowKey(bucket, kind, id);
    const written = this.rowsWritten.get(key);
    if (written === undefined) return this.#underlying.text(bucket, kind, id);
    return Promise.resolve(written.text ?? this.moved.get(key)?.text ?? null);
  }

  async texts(bucket: BucketName, kind: string, range?: RowRange): Promise<Map<string, string>> {
    const texts = await this.#underlying.texts(bucket, kind, range);
    const bounds = range && boundsOf(range);
    for (const row of this.rowsWritten.values()) {
      if (row.bucket !== bucket || row.kind !== kind) continue;
      if (bounds !== undefined && !isWithin(row.id, bounds)) continue;
      if (row.text === null) texts.delete(row.id);
      else texts.set(row.id, row.text);
    }
    return texts;
  }

  async textsMentioning(bucket: BucketName, kind: string, text: string): Promise<Map<string, string>> {
    const texts = await this.#underlying.textsMentioning(bucket, kind, text);
    for (const [key, row] of this.rowsWritten) {
      if (row.bucket !== bucket || row.kind !== kind) continue;
      const now = row.text ?? this.moved.get(key)?.text;
      if (now?.includes(text) === true) texts.set(row.id, now);
      else texts.delete(row.id);
    }
    return texts;
  }

  async meta(key: MetaKey): Promise<string | undefined> {
    return this.metaWritten.get(key) ?? (await this.#underlying.meta(key));
  }

  async client(clientId: ClientId): Promise<ClientRecord | undefined> {
    return this.clientsWritten.get(clientId) ?? (await this.#underlying.client(clientId));
  }

  async mutations(mids: readonly Mid[]): Promise<Map<Mid, MutationRecord>> {
    const known = await this.#underlying.mutations(mids);
    for (const mid of mids) {
      const record = this.mutationsWritten.get(mid);
      if (record !== undefined) known.set(mid, record);
    }
    return known;
  }

  async midsOf(clientId: ClientId, from: number, to: number): Promise<Map<number, Mid>> {
    const mids = await this.#underlying.midsOf(clientId, from, to);
    for (const [seq, mid] of this.chainsWritten.get(clientId) ?? [])
      if (seq >= from && seq <= to) mids.set(seq, mid);
    return mids;
  }
}
