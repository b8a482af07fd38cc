import Type from 'typebox';
import { IdField, OneOf, OrNull, Shape, UnixMs } from '../../kernel/fields.schema.ts';
import type { Json } from '../../kernel/json.ts';
import { PAGE_LIMIT, PUSH_LIMIT } from './wire.ts';

/** The shapes of what devices send and are sent; the types are in protocol/wire.ts, whose words these keep. */
const Word = Type.String({ minLength: 1, maxLength: 120 });
const AnyJson = Type.Unsafe<Json>({
  description: 'Any JSON value; its shape is told by the name it goes with.',
});
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Quality = OneOf(['confirmed', 'carried', 'unknown']);
const Bytes = OrNull(Type.Number({ minimum: 0 }));

const WireMutation = Shape({
  mid: IdField<'Mid'>('Mid'),
  seq: Type.Integer({ minimum: 1 }),
  prev: OrNull(IdField<'Mid'>('Mid')),
  name: Word,
  v: Count,
  args: AnyJson,
  domainKey: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  deviceTime: OrNull(Type.Number()),
  timeQuality: Quality,
  validFor: Type.Optional(Type.Number({ minimum: 0 })),
  age: OrNull(Type.Number()),
});

const Report = Type.Union([
  Shape({
    type: Type.Literal('glass'),
    showing: OrNull(Word),
    shownForMs: Type.Number({ minimum: 0 }),
  }),
  Shape({
    type: Type.Literal('health'),
    build: Type.String({ minLength: 1, maxLength: 40 }),
    engine: Word,
    tier: Type.String({ minLength: 1, maxLength: 40 }),
    storageUsedBytes: Bytes,
    storageQuotaBytes: Bytes,
    persisted: OrNull(Type.Boolean()),
    outbox: Count,
    timeQuality: Quality,
  }),
  Shape({ type: Type.Literal('plays'), hourMs: UnixMs, item: Word, count: Count }),
]);

export const PushBody = Shape({
  clientId: IdField<'ClientId'>('ClientId'),
  epoch: OrNull(Word),
  muts: Type.Array(WireMutation, { maxItems: PUSH_LIMIT }),
  reports: Type.Array(Report, { maxItems: 500 }),
});

const DeviceWords = {
  /** Which of the devices paired in this browser asks. */
  device: IdField<'DeviceId'>('DeviceId'),
  /** The actor the client's data belongs to; refused when another is signed in now. */
  actor: Type.Optional(Type.String({ maxLength: 80 })),
};
export const DeviceQuery = Type.Object(DeviceWords);
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
export const SnapshotQuery = Type.Object({
  ...DeviceWords,
  bucket: Word,
  /** As a pull gave it. */
  name: Word,
});

export const CursorShape = Type.Object({
  epoch: Word,
  run: Word,
  version: Count,
  grantHash: Word,
  schema: Count,
  begun: Type.Optional(Count),
});

const Head = {
  clientId: Word,
  epoch: Word,
  last: Count,
  lastMid: OrNull(Word),
  safe: Count,
  grants: Type.Array(Word),
  grantHash: Word,
  hubNow: UnixMs,
  timeUnsure: Type.Optional(Type.Literal(true)),
};
const Result = Type.Object({
  mid: Word,
  status: OneOf(['applied', 'merged', 'refused', 'expired', 'conflict']),
  code: Type.Optional(Word),
  detail: Type.Optional(Type.String()),
  current: Type.Optional(Count),
});

/** For the documentation: answers are typed in protocol/wire.ts and not checked on their way out. */
export const PushAnswerShape = Type.Object({
  type: OneOf(['done', 'epoch', 'fork', 'gap']),
  ...Head,
  results: Type.Optional(Type.Array(Result)),
});
const Rows = Type.Array(Type.Object({ kind: Word, id: Word, version: Count, data: AnyJson }));
export const PullPageShape = Type.Object({
  ...Head,
  bucket: Word,
  from: OrNull(CursorShape),
  reset: Type.Boolean(),
  rows: Rows,
  cursor: CursorShape,
  more: Type.Boolean(),
  snapshot: Type.Optional(Word),
});
export const SnapshotShape = Type.Object({ bucket: Word, version: Count, rows: Rows });

export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), remedy: Type.String() }))),
  },
  { description: 'RFC 9457: what went wrong, for a program (code) and for a person (detail).' },
);
