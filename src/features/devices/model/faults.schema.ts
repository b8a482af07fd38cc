import Type from 'typebox';
import { IdField, OneOf, Shape, UnixMs } from '../../../kernel/fields.schema.ts';

/** What went wrong in a device's program, for whoever mends it; of people it says nothing. */
const Fault = Type.Object({
  kind: OneOf(['error', 'rejection', 'told']),
  /** The device's own clock, when it was so last. */
  atMs: UnixMs,
  text: Type.String({ minLength: 1, maxLength: 300 }),
  /** In which file and line; empty where it is not known. */
  where: Type.String({ maxLength: 160 }),
  count: Type.Integer({ minimum: 1 }),
});

const FaultList = Type.Array(Fault, { maxItems: 20 });

/** What a device has kept of it, the newest first. */
export const FaultsReport = Type.Object({ list: FaultList });

/** Row `deviceFaults` in `staff:ID`, id = the device's. Written from reports only. */
export const DeviceFaults = Shape({
  id: IdField('DeviceId'),
  /** Hub time at which it was told, Unix ms. */
  toldMs: UnixMs,
  list: FaultList,
});
