import {
  isBoolean,
  isCount,
  isString,
  isText,
  listOf,
  oneOf,
  orNull,
  shape,
  type Guard,
} from '../../kernel/guards.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Json } from '../../kernel/json.ts';
import type { Cursor, PullPage, PushAnswer, ReportAnswer, Snapshot, WireResult, WireRow } from './wire.ts';

/*
 * What a device believes of an answer: the same as the schemas beside this file say, whose checks are too heavy for a
 * television's first paint. The types hold each to its fields; a test bends answers in every way and holds each to its
 * schema, both ways.
 */
const atMost =
  (length: number, is: Guard<string> = isText): Guard<string> =>
  (value): value is string =>
    is(value) && (value.length <= length || [...value].length <= length);
/** A field that may be left out. */
export const maybe =
  <T>(is: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);
const isTrue: Guard<true> = (value): value is true => value === true;
export const isWord = atMost(120);
const isShortText = atMost(80);
const isId = <N extends string>(value: unknown): value is Id<N> =>
  isShortText(value) && /^[\p{L}\p{N}][\p{L}\p{N}._@:/+-]*$/u.test(value);
const isVersion: Guard<number> = (value): value is number => isCount(value) && value > 0;
/** The year 2200: no clock there is shows a later one. */
export const LATEST_MS = 7_258_118_400_000;
const isTime: Guard<number> = (value): value is number => isCount(value) && value <= LATEST_MS;
/** A row's data; null where there are none. */
export const isBody: Guard<Json> = (value): value is Json =>
  typeof value === 'object' && !Array.isArray(value);

const anyOf =
  <T>(...some: readonly Guard<T>[]): Guard<T> =>
  (value): value is T =>
    some.some((is) => is(value));

export const isCursor = shape<Cursor>({
  epoch: isWord,
  run: isWord,
  version: isCount,
  grantHash: atMost(120, isString),
  schema: isCount,
  begun: maybe(isCount),
  tag: maybe(isWord),
});
export const isWireRow = shape<WireRow>({
  kind: isWord,
  id: isWord,
  version: isCount,
  data: isBody,
  v: maybe(isVersion),
});
const isRows = listOf(isWireRow);

const head = {
  protocol: maybe(isVersion),
  clientId: isId<'ClientId'>,
  epoch: isWord,
  last: isCount,
  lastMid: orNull(isId<'Mid'>),
  safe: isCount,
  grants: listOf(isWord),
  grantHash: isWord,
  hubNow: isTime,
  timeUnsure: maybe(isTrue),
  timeSure: maybe(isTrue),
};

export const isPullPage = shape<PullPage>({
  ...head,
  bucket: isWord,
  from: orNull(isCursor),
  reset: isBoolean,
  rows: isRows,
  cursor: isCursor,
  more: isBoolean,
  snapshot: maybe(isWord),
});
export const isSnapshot = shape<Snapshot>({ bucket: isWord, version: isCount, rows: isRows });

const mid = isId<'Mid'>;
type Ending<Status> = Extract<WireResult, { readonly status: Status }>;
const isResult = anyOf<WireResult>(
  shape<Ending<'applied' | 'merged'>>({ mid, status: oneOf('applied', 'merged') }),
  shape<Ending<'refused' | 'expired'>>({
    mid,
    status: oneOf('refused', 'expired'),
    code: isWord,
    detail: isString,
  }),
  shape<Ending<'conflict'>>({ mid, status: oneOf('conflict'), current: isCount }),
  shape<Ending<'held'>>({ mid, status: oneOf('held') }),
);
type Said<Type> = Extract<PushAnswer, { readonly type: Type }>;
export const isPushAnswer = anyOf<PushAnswer>(
  shape<Said<'done'>>({ ...head, type: oneOf('done'), results: listOf(isResult) }),
  shape<Said<'epoch'>>({ ...head, type: oneOf('epoch') }),
  shape<Said<'fork'>>({ ...head, type: oneOf('fork') }),
  shape<Said<'gap'>>({ ...head, type: oneOf('gap') }),
);
export const isReportAnswer = shape<ReportAnswer>({ taken: isCount });
