import Type, { type TSchema } from 'typebox';
import type { Id } from './ids.ts';
import { SEEN_LINE, SEEN_TEXT } from './seen-text.ts';

/** Field schemas that several nouns share. */
const Name = (max: number) => Type.String({ minLength: 1, maxLength: max, pattern: SEEN_LINE });

export const IdField = <N extends string>(_name: N) =>
  Type.Unsafe<Id<N>>(
    Type.String({ minLength: 1, maxLength: 80, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._@:/+-]*$' }),
  );
export const ShortText = Name(40);
export const Line = Name(120);
export const Paragraph = Type.String({ minLength: 1, maxLength: 2000, pattern: SEEN_TEXT });
/** What a machine says, or repeats of what is stored, such as its place in a call for help: nobody could type it again. */
export const Told = (max: 40 | 120) => Type.String({ minLength: 1, maxLength: max });
export const DateField = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
export const ClockField = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** Money in fen; 0 to 10,000 yuan. */
export const Fen = Type.Integer({ minimum: 0, maximum: 1_000_000 });
export const UnixMs = Type.Integer({ minimum: 0 });
export const MediaRef = Type.Unsafe<Id<'MediaHash'>>(Type.String({ pattern: '^[0-9a-f]{64}$' }));
/** An object that refuses fields it does not know. */
export const Shape = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
export const OneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...words] }));
export const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
