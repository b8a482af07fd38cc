import Type from 'typebox';
import { DateField, Line, Shape, UnixMs } from '../../../kernel/fields.schema.ts';
import { AuditEntry } from './record.schema.ts';

const Words = Type.Array(Line, { maxItems: 200 });

/** What is looked for among who changed what. What is not said is not asked. */
export const AuditSearch = Shape({
  /** The newest day that is looked at, the centre's; and the oldest. */
  last: Type.Optional(DateField),
  first: Type.Optional(DateField),
  /** Whoever did it, as the entry is signed. */
  by: Type.Optional(Line),
  /** Found in what stood there before or stands there now, or in who did it. */
  text: Type.Optional(Line),
  /** Whoever asks reads the text as these changes, or as the names of these things: they are found too. */
  names: Type.Optional(Words),
  subjects: Type.Optional(Words),
});

/** Whole days of it, the newest first. */
export const AuditFound = Type.Object({
  rows: Type.Array(AuditEntry),
  /** Where to go on, if there may be more. */
  earlier: Type.Union([DateField, Type.Null()]),
  asOfMs: UnixMs,
});
