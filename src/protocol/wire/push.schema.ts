import Type from 'typebox';
import { IdField, OneOf, OrNull, UnixMs } from '../../kernel/fields.schema.ts';
import { HeadFields } from './head.schema.ts';
import { PUSH_LIMIT } from './limits.ts';
import { AnyJson, AskedAsFields, Count, Quality, Word } from './wire-fields.schema.ts';
import type { Wire } from './wire-type.ts';

/** Where a mutation stands: without this there is nothing that could be stored of it. */
const placeFields = {
  mid: IdField<'Mid'>('Mid'),
  /** Place in its client's chain, from 1. */
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  /** The mid of seq − 1; null at the start of a chain. */
  prev: OrNull(IdField<'Mid'>('Mid')),
};
export const MutationPlace = Type.Object(placeFields);
export type MutationPlace = Wire<typeof MutationPlace>;

/** A named change on its way. It is immutable once made; a fork gives it a new `seq` and `prev`, never a new `mid`. */
export const WireMutation = Type.Object({
  ...placeFields,
  name: Word,
  v: Count,
  args: AnyJson,
  domainKey: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  /** Unix milliseconds by the device's own clock; null when it could not be right. */
  deviceTime: OrNull(Type.Number()),
  timeQuality: Quality,
  /** Milliseconds after which it must not take effect any more. */
  validFor: Type.Optional(Type.Number({ minimum: 0 })),
  /**
   * Its age in milliseconds when this push left: from the monotonic clock of the boot that made it, or between two
   * confirmed times; null when neither is known.
   */
  age: OrNull(Type.Number()),
});
export type WireMutation = Wire<typeof WireMutation>;

const pushFields = {
  ...AskedAsFields,
  clientId: IdField<'ClientId'>('ClientId'),
  /** Null before the first answer. */
  epoch: OrNull(Word),
  /** What the device's own wall clock shows, Unix ms, where that owes nothing to the hub and has not stood still. */
  deviceWall: Type.Optional(UnixMs),
};
const PushRequest = Type.Object({ ...pushFields, muts: Type.Array(WireMutation, { maxItems: PUSH_LIMIT }) });
export type PushRequest = Wire<typeof PushRequest>;

/**
 * A push as it is taken in. Its mutations are looked at one by one, so that a bad one ends stored and the rest go on:
 * only what is no push at all is refused whole.
 */
export const PushBody = Type.Object({
  ...pushFields,
  muts: Type.Array(Type.Unsafe<unknown>({ anyOf: [WireMutation, {}] }), { maxItems: PUSH_LIMIT }),
  /** What devices of protocol 1 say of themselves, here and not in a request of its own. */
  reports: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 500 })),
});
export type PushBody = Wire<typeof PushBody>;

/** How a mutation ended at the hub. Stored with the mid and answered again for ever. */
const WireResult = Type.Union([
  Type.Object({ mid: IdField<'Mid'>('Mid'), status: OneOf(['applied', 'merged']) }),
  Type.Object({
    mid: IdField<'Mid'>('Mid'),
    status: OneOf(['refused', 'expired']),
    code: Word,
    detail: Type.String(),
  }),
  Type.Object({ mid: IdField<'Mid'>('Mid'), status: Type.Literal('conflict'), current: Count }),
  /** Of a name or a version the hub does not know yet: kept whole, and carried out after its upgrade. */
  Type.Object({ mid: IdField<'Mid'>('Mid'), status: Type.Literal('held') }),
]);
export type WireResult = Wire<typeof WireResult>;

export const PushAnswer = Type.Union([
  Type.Object({ ...HeadFields, type: Type.Literal('done'), results: Type.Array(WireResult) }),
  /** The client spoke of another epoch: nothing was applied. */
  Type.Object({ ...HeadFields, type: Type.Literal('epoch') }),
  /** The chain does not continue ours: another disk with the same clientId has been here. */
  Type.Object({ ...HeadFields, type: Type.Literal('fork') }),
  /** Some seqs between `last` and the first of these are missing. */
  Type.Object({ ...HeadFields, type: Type.Literal('gap') }),
]);
export type PushAnswer = Wire<typeof PushAnswer>;
