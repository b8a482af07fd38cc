import Type from 'typebox';
import { IdField, OneOf } from '../../kernel/fields.schema.ts';
import type { Json } from '../../kernel/json.ts';
import type { Wire } from './wire-type.ts';

/**
 * Fields that several shapes of the wire share. Every object of the wire is open: what a newer build says beside what
 * this one knows is let be, not refused.
 */
export const Word = Type.String({ minLength: 1, maxLength: 120 });
export const AnyJson = Type.Unsafe<Json>({
  description: 'Any JSON value; its shape is told by the name it goes with.',
});
export const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
export const Version = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const Quality = OneOf(['confirmed', 'carried', 'unknown']);

/** What every request says of who asks. The released build, which spoke protocol 1, says neither. */
export const AskedAsFields = {
  protocol: Type.Optional(Type.Integer({ minimum: 1 })),
  /** The actor it is for, as `actorKeyOf` names it: answered 401 where the credentials are another's. */
  actor: Type.Optional(Type.String({ maxLength: 80 })),
};
const AskedAs = Type.Object(AskedAsFields);
export type AskedAs = Wire<typeof AskedAs>;

/** In an address: which of the devices paired in this browser asks, and for whom. */
export const DeviceWords = {
  device: IdField<'DeviceId'>('DeviceId'),
  ...AskedAsFields,
};
export const DeviceQuery = Type.Object(DeviceWords);
