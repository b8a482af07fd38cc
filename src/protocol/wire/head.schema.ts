import Type from 'typebox';
import { IdField, OrNull } from '../../kernel/fields.schema.ts';
import { Count, Version, Word } from './wire-fields.schema.ts';
import type { Wire } from './wire-type.ts';

/** What every answer of the hub carries, so that a client can tell whether it is still the one that asked. */
export const HeadFields = {
  /** The protocol the hub speaks; absent from a hub of protocol 1. */
  protocol: Type.Optional(Version),
  clientId: IdField<'ClientId'>('ClientId'),
  /** Identity of the hub's history; a restore mints a new one. */
  epoch: Word,
  /** The newest seq of this client that the hub has dealt with, and its mid. */
  last: Count,
  lastMid: OrNull(IdField<'Mid'>('Mid')),
  /** The newest seq inside the oldest kept backup: what is at or below it can be forgotten. */
  safe: Count,
  grants: Type.Array(Word),
  /** Names this set of grants; it changes whenever they do. */
  grantHash: Word,
  /** The hub's time of answering, Unix ms; no clock there is shows a year after 2200. */
  hubNow: Type.Integer({ minimum: 0, maximum: 7_258_118_400_000 }),
  /** Set while the hub's own time may be wrong: `hubNow` then confirms nothing. */
  timeUnsure: Type.Optional(Type.Literal(true)),
  /** Set while somebody vouches for the hub's time: a device may then lower what it had confirmed. */
  timeSure: Type.Optional(Type.Literal(true)),
};
const Head = Type.Object(HeadFields);
export type AnswerHead = Wire<typeof Head>;
