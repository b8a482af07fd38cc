import type { BucketName } from '../../kernel/buckets.ts';
import { id, type ClientId, type Mid } from '../../kernel/ids.ts';
import { boundsOf, isWithin, type RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type {
  ArchivedRow,
  ArchiveRange,
  BucketState,
  ClientRecord,
  HubSnapshot,
  IdRow,
  MetaKey,
  MutationRecord,
  RunRecord,
} from '../../protocol/hub/ports.ts';
import type { WireRow } from '../../protocol/wire/wire.ts';
import { isArchived } from './archived-kinds.ts';
import { rowKey, type Underlying } from './underlying.ts';
import type { RowForms } from './row-forms.ts';
import { resultOf } from './result-text.ts';
import type { Runner } from './runner.ts';
import type { Statements } from './statements.ts';

/** The committed rows, as one transaction or snapshot sees them; what was read once is not asked for again. */
export class Committed implements HubSnapshot, Underlying {
  readonly forms: RowForms;
  readonly #runner: Runner;
  readonly #sql: Statements;
  readonly #list: (values: readonly string[]) => string | readonly string[];
  /** Keys of rows that were read and found in the archive alone. */
  readonly foundArchived = new Set<string>();
  readonly #texts = new Map<string, string | null>();
  readonly #clients = new Map<ClientId, ClientRecord | undefined>();
  readonly #meta = new Map<MetaKey, string | undefined>();

  constructor(
    runner: Runner,
    sql: Statements,
    list: (values: readonly string[]) => string | readonly string[],
    forms: RowForms,
  ) {
    this.forms = forms;
    this.#runner = runner;
    this.#sql = sql;
    this.#list = list;
  }

  async text(bucket: BucketName, kind: string, rowId: string): Promise<string | null> {
    const key = rowKey(bucket, kind, rowId);
    const held = this.#texts.get(key);
    if (held !== undefined) return held;
    const [found] = await this.#runner.all(this.#sql.row, [bucket, kind, rowId]);
    const text = found?.data ?? (await this.#archivedText(bucket, kind, rowId));
    this.#texts.set(key, text);
    return text;
  }

  async #archivedText(bucket: BucketName, kind: string, rowId: string): Promise<string | null> {
    if (!isArchived(bucket, kind)) return null;
    const [found] = await this.#runner.all(this.#sql.archivedRow, [bucket, kind, rowId]);
    if (found === undefined) return null;
    this.foundArchived.add(rowKey(bucket, kind, rowId));
    return found.data;
  }

  async rowsAfterId(
    bucket: BucketName,
    kind: string,
    after: string,
    limit: number,
  ): Promise<readonly IdRow[]> {
    const found = await this.#runner.all(this.#sql.rowsAfterId, [bucket, kind, after, limit]);
    return found.flatMap((row) =>
      row.data === null ? [] : [{ id: row.id, data: this.forms.read(kind, row.data) }],
    );
  }

  async archived(
    bucket: BucketName,
    kind: Kind,
    { first, last, about }: ArchiveRange,
    limit: number,
  ): Promise<readonly ArchivedRow[]> {
    const found =
      about === undefined
        ? await this.#runner.all(this.#sql.archivedOn, [bucket, kind, first, last, limit])
        : await this.#runner.all(this.#sql.archivedAbout, [bucket, kind, about, first, last, limit]);
    return found.map((row) => ({ ...row, v: 1, ...this.forms.wire(kind, row.data) }));
  }

  async texts(bucket: BucketName, kind: string, range?: RowRange): Promise<Map<string, string>> {
    const found = await this.#rows(bucket, kind, range);
    return new Map(found.flatMap((row) => (row.data === null ? [] : [[row.id, row.data] as const])));
  }

  /** Those of the archive are noted as found there. */
  async textsMentioning(bucket: BucketName, kind: string, text: string): Promise<Map<string, string>> {
    const archived = isArchived(bucket, kind)
      ? await this.#runner.all(this.#sql.archivedMentioning, [bucket, kind, text])
      : [];
    for (const { id: rowId } of archived) this.foundArchived.add(rowKey(bucket, kind, rowId));
    const live = await this.#runner.all(this.#sql.rowsMentioning, [bucket, kind, text]);
    return new Map(
      [...archived, ...live].flatMap((row) => (row.data === null ? [] : [[row.id, row.data] as const])),
    );
  }

  async #rows(bucket: BucketName, kind: string, range: RowRange | undefined) {
    if (range === undefined) return this.#runner.all(this.#sql.rows, [bucket, kind]);
    const bounds = boundsOf(range);
    // The database has its texts in the order of their characters, the last of which is another than UTF-16's.
    const to = 'prefix' in range ? `${range.prefix}\u{10ffff}` : range.to;
    const found = await this.#runner.all(this.#sql.rowsWithin, [bucket, kind, bounds.from, to]);
    return found.filter(({ id: rowId }) => isWithin(rowId, bounds));
  }

  async row<K extends Kind>(bucket: BucketName, kind: K, rowId: string): Promise<RowOf<K> | undefined> {
    const text = await this.text(bucket, kind, rowId);
    return text === null ? undefined : this.forms.row(kind, text);
  }

  async rows<K extends Kind>(bucket: BucketName, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    return this.forms.rows(kind, await this.texts(bucket, kind, range));
  }

  async meta(key: MetaKey): Promise<string | undefined> {
    if (!this.#meta.has(key)) this.#meta.set(key, (await this.#runner.all(this.#sql.meta, [key]))[0]?.value);
    return this.#meta.get(key);
  }

  async client(clientId: ClientId): Promise<ClientRecord | undefined> {
    if (!this.#clients.has(clientId)) {
      const [found] = await this.#runner.all(this.#sql.client, [clientId]);
      this.#clients.set(
        clientId,
        found && { ...found, clientId, lastMid: found.lastMid === null ? null : id<'Mid'>(found.lastMid) },
      );
    }
    return this.#clients.get(clientId);
  }

  async mutations(mids: readonly Mid[]): Promise<Map<Mid, MutationRecord>> {
    if (mids.length === 0) return new Map();
    const found = await this.#runner.all(this.#sql.mutations, [this.#list(mids)]);
    return new Map(
      found.map(({ mid, name, result, receivedAtMs }) => {
        const known = id<'Mid'>(mid);
        return [known, { mid: known, name, result: resultOf(known, result), receivedAtMs }];
      }),
    );
  }

  async midsOf(clientId: ClientId, from: number, to: number): Promise<Map<number, Mid>> {
    if (from > to) return new Map();
    const found = await this.#runner.all(this.#sql.midsOf, [clientId, from, to]);
    return new Map(found.map(({ seq, mid }) => [seq, id<'Mid'>(mid)]));
  }

  async bucket(name: BucketName): Promise<BucketState> {
    const [found] = await this.#runner.all(this.#sql.bucket, [name]);
    return found ?? { version: 0, floor: 0 };
  }

  async rowsAfter(
    bucket: BucketName,
    version: number,
    limit: number,
    tombstones: boolean,
  ): Promise<readonly WireRow[]> {
    const statement = tombstones ? this.#sql.rowsAfter : this.#sql.liveRowsAfter;
    const found = await this.#runner.all(statement, [bucket, version, limit]);
    return found.map((row) => ({ ...row, ...this.forms.wire(row.kind, row.data) }));
  }

  async run(runId: string): Promise<RunRecord | undefined> {
    const [found] = await this.#runner.all(this.#sql.run, [runId]);
    return found && { ended: found.ended === null ? null : JSON.parse(found.ended) };
  }
}
