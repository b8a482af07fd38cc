import Type from 'typebox';
import { IdField, Line, OneOf, Shape, UnixMs } from '../../../kernel/fields.schema.ts';

/** A mutation the hub did not carry out, for staff: row `refusal` in `staff:ID`, id = the mid. */
export const Refusal = Shape({
  id: IdField('Mid'),
  name: Line,
  status: OneOf(['refused', 'expired', 'conflict']),
  code: Line,
  detail: Line,
  deviceId: IdField('DeviceId'),
  by: Line,
  receivedAtMs: UnixMs,
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
});
