import type { Static, TSchema } from 'typebox';
import type { Json } from '../../kernel/json.ts';

/** What a schema describes, as it is passed around: nobody changes what goes over the wire. */
export type Wire<S extends TSchema> = Unchanging<Static<S>>;

/** Ids are strings with a brand, and any JSON is read-only already. */
type Unchanging<T> = T extends string | number | boolean | null | undefined
  ? T
  : Json extends T
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Unchanging<Item>[]
      : { readonly [K in keyof T]: Unchanging<T[K]> };
