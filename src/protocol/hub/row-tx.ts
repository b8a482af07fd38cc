import { bucketName, type BucketName, type BucketRef } from '../../kernel/buckets.ts';
import type { FollowTx } from '../../kernel/noun.ts';
import type { Actor, RowTx } from '../../kernel/mutation.ts';
import type { RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { RowChange } from './house-rules.ts';
import type { HubSnapshot, HubTx } from './ports.ts';

/** The database has failed, which is no fault of the mutation: the whole transaction fails and is tried again. */
export class StorageFailure extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('the database failed');
    this.reason = reason;
  }
}

interface Remembering {
  /** Also what stood in the rows before: one more read for each row that is written. */
  readonly before?: boolean;
}

/** The rows of the actor's centre, for a mutation's `apply`. Remembers what it has written, for the audit. */
export class HubRowTx implements FollowTx {
  /** What was written, as `kind/id`. */
  readonly touched = new Set<string>();
  readonly #changes = new Map<string, RowChange & { readonly bucket: BucketName }>();
  readonly #tx: HubTx;
  readonly #actor: Pick<Actor, 'centreId' | 'deviceId'>;
  readonly #before: boolean;

  constructor(tx: HubTx, actor: Pick<Actor, 'centreId' | 'deviceId'>, { before = false }: Remembering = {}) {
    this.#tx = tx;
    this.#actor = actor;
    this.#before = before;
  }

  /** What each row was at first and is at last, where that is remembered. */
  get changes(): readonly RowChange[] {
    return [...this.#changes.values()].map(({ bucket: _, ...change }) => change);
  }

  get<K extends Kind>(bucket: BucketRef, kind: K, id: string): Promise<RowOf<K> | undefined> {
    return storage(this.#tx.row(this.#name(bucket), kind, id));
  }

  list<K extends Kind>(bucket: BucketRef, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    return storage(this.#tx.rows(this.#name(bucket), kind, range));
  }

  mentioning<K extends Kind>(bucket: BucketRef, kind: K, text: string): Promise<readonly RowOf<K>[]> {
    return storage(this.#tx.mentioning(this.#name(bucket), kind, text));
  }

  async put<K extends Kind>(bucket: BucketRef, kind: K, id: string, row: RowOf<K>): Promise<void> {
    await this.#note(bucket, kind, id, row);
    return storage(this.#tx.writeRow(this.#name(bucket), kind, id, row));
  }

  async remove<K extends Kind>(bucket: BucketRef, kind: K, id: string): Promise<void> {
    await this.#note(bucket, kind, id, undefined);
    return storage(this.#tx.writeRow(this.#name(bucket), kind, id, null));
  }

  async #note<K extends Kind>(
    bucket: BucketRef,
    kind: K,
    id: string,
    after: RowOf<K> | undefined,
  ): Promise<void> {
    const subject = `${kind}/${id}`;
    this.touched.add(subject);
    if (!this.#before) return;
    const name = this.#name(bucket);
    const known = this.#changes.get(subject);
    // A copy of it for somebody else, in their bucket, says less than the row itself, which is written first.
    if (known !== undefined && known.bucket !== name) return;
    const before = known === undefined ? await this.get(bucket, kind, id) : known.before;
    this.#changes.set(subject, { subject, before, after, bucket: name });
  }

  #name(bucket: BucketRef): BucketName {
    return bucketName(bucket, this.#actor.centreId, this.#actor.deviceId);
  }
}

/** The same rows, to read only. */
export class HubRows implements Pick<RowTx, 'get' | 'list'> {
  readonly #snapshot: HubSnapshot;
  readonly #actor: Pick<Actor, 'centreId' | 'deviceId'>;

  constructor(snapshot: HubSnapshot, actor: Pick<Actor, 'centreId' | 'deviceId'>) {
    this.#snapshot = snapshot;
    this.#actor = actor;
  }

  get<K extends Kind>(bucket: BucketRef, kind: K, id: string): Promise<RowOf<K> | undefined> {
    return this.#snapshot.row(bucketName(bucket, this.#actor.centreId, this.#actor.deviceId), kind, id);
  }

  list<K extends Kind>(bucket: BucketRef, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    const name = bucketName(bucket, this.#actor.centreId, this.#actor.deviceId);
    return this.#snapshot.rows(name, kind, range);
  }
}

/** Tells the database's failures from the mutation's own. */
async function storage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StorageFailure(error);
  }
}
