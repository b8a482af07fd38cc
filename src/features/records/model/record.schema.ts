import Type from 'typebox';
import type { Json } from '../../../kernel/json.ts';
import { IdField, Line, OneOf, OrNull, Shape, UnixMs } from '../../../kernel/fields.schema.ts';

const Maker = Type.Union([
  Shape({ type: Type.Literal('device'), deviceKind: OneOf(['kiosk', 'screen', 'console']) }),
  Shape({
    type: Type.Literal('staff'),
    accountId: IdField('AccountId'),
    name: Line,
    role: OneOf(['manager', 'canteen', 'leader', 'advisor', 'viewer']),
  }),
  Shape({ type: Type.Literal('hub') }),
]);

/**
 * A change that ended otherwise than it was meant to, or that staff should look at, for them to do yet or let go: row
 * `refusal`, id = the mid. In `people:ID` where it may hold people's data, else in `staff:ID`.
 */
export const Refusal = Shape({
  id: IdField('Mid'),
  name: Line,
  /** Version of the arguments. */
  v: Type.Integer({ minimum: 0 }),
  /** What was asked; null where it is not known (any more). */
  args: Type.Unsafe<Json>({}),
  /** `held`: of a name or version the hub does not know yet. `done`: it was carried out, and something does not agree. */
  status: OneOf(['refused', 'expired', 'conflict', 'held', 'done']),
  code: Line,
  detail: Line,
  deviceId: IdField('DeviceId'),
  by: Line,
  /** Who made it; null where that is not known. */
  maker: OrNull(Maker),
  madeAtMs: OrNull(UnixMs),
  timeQuality: OneOf(['confirmed', 'carried', 'unknown']),
  receivedAtMs: UnixMs,
  /** Null while it waits for somebody to say what is to become of it. */
  settled: OrNull(
    Shape({ how: OneOf(['done', 'dismissed', 'kept', 'takenBack']), by: Line, atMs: OrNull(UnixMs) }),
  ),
});

const Told = Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean(), Type.Null()]);
/** One field of a row, before and after; null is that there was, or is, nothing there. */
const ChangedField = Shape({
  subject: Line,
  /** Names of fields, and of a list's element its own id. */
  path: Type.Array(Line, { maxItems: 20 }),
  before: Told,
  after: Told,
});

/** Who changed what: row `audit` in `audit:ID`, id = the mid. */
export const AuditEntry = Shape({
  id: IdField('Mid'),
  name: Line,
  by: Line,
  deviceId: IdField('DeviceId'),
  /** What it touched, as `kind/id`. */
  subject: Type.Array(Line, { maxItems: 50 }),
  receivedAtMs: UnixMs,
  /** What was different in it afterwards; absent where nothing was, and in what an older build wrote. */
  changed: Type.Optional(Type.Array(ChangedField, { maxItems: 20 })),
  /** How many fields more were different. */
  moreChanged: Type.Optional(Type.Integer({ minimum: 0 })),
});

export const RecordRedoArgs = Shape({
  mid: IdField('Mid'),
  /** The arguments as they have been corrected, and their version; null for those it was made with. */
  corrected: OrNull(Shape({ v: Type.Integer({ minimum: 1 }), args: Type.Unsafe<Json>({}) })),
});
/** Which record it is about. */
export const RecordSettleArgs = Shape({ mid: IdField('Mid') });
