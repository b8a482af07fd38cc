import { isCount, listOf, orNull, shape } from '../../kernel/guards.ts';
import { isCursor, isWireRow, isWord, maybe } from './checks.ts';
import type { Poke } from './wire.ts';

/** What a hint says, apart from `checks.ts`: nobody listens before the first paint. */
export const isPoke = shape<Poke>({
  bucket: isWord,
  epoch: isWord,
  version: isCount,
  page: maybe(
    shape<NonNullable<Poke['page']>>({
      rows: listOf(isWireRow),
      from: orNull(isCursor),
      cursor: isCursor,
    }),
  ),
});
