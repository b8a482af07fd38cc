import Type from 'typebox';
import { Shape } from '../../kernel/fields.schema.ts';

const Words = Type.String({ minLength: 1, maxLength: 80 });
const Key = Type.String({ pattern: '^[A-Za-z0-9_-]{20,100}={0,2}$' });

/** What a console's browser has agreed to: where a message for it is left, what seals it, and how things are said there. */
export const RingWanted = Shape({
  endpoint: Type.String({ minLength: 12, maxLength: 1000 }),
  keys: Shape({ p256dh: Key, auth: Key }),
  /** Whether it is rung once at once, to try. */
  tries: Type.Boolean(),
  /** In the language of whoever sits there; `{place}` and `{name}` stand for what only the hub knows. */
  words: Shape({ help: Words, urgent: Words, alarm: Words, answered: Words, over: Words, tried: Words }),
});
export const RingKey = Type.Object({ key: Type.String() });
