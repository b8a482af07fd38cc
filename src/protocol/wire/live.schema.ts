import Type from 'typebox';
import { OrNull } from '../../kernel/fields.schema.ts';
import { Cursor, WireRow } from './pull.schema.ts';
import { Count, Word } from './wire-fields.schema.ts';
import type { Wire } from './wire-type.ts';

/** What the live stream says: pull this bucket. It may carry the very page a pull from the version before would return. */
export const Poke = Type.Object({
  bucket: Word,
  epoch: Word,
  version: Count,
  page: Type.Optional(Type.Object({ rows: Type.Array(WireRow), from: OrNull(Cursor), cursor: Cursor })),
});
export type Poke = Wire<typeof Poke>;
