import Type from 'typebox';
import { IdField, OrNull } from '../../kernel/fields.schema.ts';
import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId } from '../../kernel/ids.ts';
import type { Json } from '../../kernel/json.ts';
import { HeadFields } from './head.schema.ts';
import { PAGE_LIMIT } from './limits.ts';
import { Count, DeviceWords, Version, Word, type AskedAs } from './wire-fields.schema.ts';
import type { Wire } from './wire-type.ts';

/** How far a client has come in one bucket. Opaque to the client but for its equality. */
export const Cursor = Type.Object({
  epoch: Word,
  /** The hub run that gave it: a run the hub does not know betrays a data folder copied back. */
  run: Word,
  version: Count,
  grantHash: Type.String({ maxLength: 120 }),
  schema: Count,
  /**
   * Between two pages of a snapshot: the bucket's version at its first page. What went since has its tombstone, so
   * the snapshot goes on even where `version` is below the floor.
   */
  begun: Type.Optional(Count),
  /** The hub's sign that it has given it; absent from an earlier build's. */
  tag: Type.Optional(Word),
});
export type Cursor = Wire<typeof Cursor>;

/** A row's body, whose shape its kind tells; null is a tombstone. */
const RowData = Type.Unsafe<Json>({ anyOf: [{ type: 'object' }, { type: 'null' }] });

/** A row as pulled; `data` null is a tombstone. `v` is the version of its kind's shape; absent is the first. */
export const WireRow = Type.Object({
  kind: Word,
  id: Word,
  version: Count,
  data: RowData,
  v: Type.Optional(Version),
});
export type WireRow = Wire<typeof WireRow>;

export const PullQuery = Type.Object({
  ...DeviceWords,
  clientId: IdField<'ClientId'>('ClientId'),
  bucket: Word,
  /** Base64url of the cursor's JSON; none for a first pull. */
  cursor: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_LIMIT })),
  /** True from who can fetch a snapshot: a fresh load may then be answered with the name of one. */
  snapshots: Type.Optional(Type.Boolean()),
});

export interface PullRequest extends AskedAs {
  readonly clientId: ClientId;
  readonly bucket: BucketName;
  readonly cursor: Cursor | null;
  readonly limit: number;
  /** From who can fetch a snapshot by its name; a fresh load is then answered with one, where the hub keeps some. */
  readonly snapshots?: boolean;
}

export const PullPage = Type.Object({
  ...HeadFields,
  bucket: Word,
  /** The cursor this page starts from; null for the first page of a fresh generation. */
  from: OrNull(Cursor),
  /** True when the rows held so far are void: these pages build a fresh generation. */
  reset: Type.Boolean(),
  rows: Type.Array(WireRow),
  cursor: Cursor,
  more: Type.Boolean(),
  /** The name of the snapshot whose rows come before these; only for who said that it can fetch one. */
  snapshot: Type.Optional(Word),
});
export type PullPage = Wire<typeof PullPage>;

export const SnapshotQuery = Type.Object({
  ...DeviceWords,
  bucket: Word,
  /** As a pull gave it. */
  name: Word,
});

/** The live rows of a bucket as of one version: the same bytes for all who start afresh, and never another under its name. */
export const Snapshot = Type.Object({ bucket: Word, version: Count, rows: Type.Array(WireRow) });
export type Snapshot = Wire<typeof Snapshot>;
