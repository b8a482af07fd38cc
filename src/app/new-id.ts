import { id, type Id } from '../kernel/ids.ts';
import { uuid7 } from '../kernel/uuid7.ts';

/** An id for what is made here. A page on plain http, and an engine before Chromium 92, has no `randomUUID`. */
export const newId = <Name extends string>(): Id<Name> =>
  id<Name>(uuid7(Math.max(0, Date.now()), crypto.getRandomValues(new Uint8Array(16))));
