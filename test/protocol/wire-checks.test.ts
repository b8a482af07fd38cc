import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { thorough } from '../../src/hub/http/validation.ts';
import { isPullPage, isPushAnswer, isReportAnswer, isSnapshot } from '../../src/protocol/wire/checks.ts';
import { Poke } from '../../src/protocol/wire/live.schema.ts';
import { isPoke } from '../../src/protocol/wire/poke-check.ts';
import { PullPage, Snapshot } from '../../src/protocol/wire/pull.schema.ts';
import { PushAnswer } from '../../src/protocol/wire/push.schema.ts';
import { ReportAnswer } from '../../src/protocol/wire/report.schema.ts';

/*
 * What a device believes of an answer and what the hub's own validator makes of it are one thing: checks that drift apart
 * let a router's answer in, or keep the hub's out for ever.
 */
const place = { epoch: 'e', run: 'r', version: 3, grantHash: 'g', schema: 1 };
const head = {
  protocol: 2,
  clientId: 'c1',
  epoch: 'e',
  last: 2,
  lastMid: 'm2',
  safe: 1,
  grants: ['city', 'centre:sample'],
  grantHash: 'g',
  hubNow: 1_780_000_000_000,
};
const rows = [
  { kind: 'menu', id: '2026-11-28', version: 3, data: { items: [] }, v: 2 },
  { kind: 'notice', id: '通知', version: 4, data: null },
];
const good = {
  PushAnswer: [
    { ...head, type: 'done', results: [{ mid: 'm1', status: 'applied' }] },
    {
      ...head,
      type: 'done',
      timeSure: true,
      results: [
        { mid: 'm2', status: 'refused', code: 'late', detail: '' },
        { mid: 'm3', status: 'conflict', current: 4 },
        { mid: 'm4', status: 'held' },
      ],
    },
    { ...head, type: 'epoch', lastMid: null, timeUnsure: true },
    { ...head, type: 'fork' },
    { ...head, type: 'gap' },
  ],
  PullPage: [
    { ...head, bucket: 'city', from: null, reset: true, rows, cursor: place, more: false, snapshot: 'r.7' },
    {
      ...head,
      bucket: 'city',
      from: place,
      reset: false,
      rows: [],
      cursor: { ...place, begun: 2 },
      more: true,
    },
  ],
  ReportAnswer: [{ taken: 2 }],
  Snapshot: [{ bucket: 'city', version: 7, rows }],
  Poke: [
    { bucket: 'city', epoch: 'e', version: 4 },
    { bucket: 'city', epoch: 'e', version: 4, page: { rows, from: place, cursor: place } },
  ],
};
const answers: readonly (readonly [string, TSchema, (value: unknown) => boolean, readonly object[]])[] = [
  ['a push answer', PushAnswer, isPushAnswer, good.PushAnswer],
  ['a page', PullPage, isPullPage, good.PullPage],
  ['a snapshot', Snapshot, isSnapshot, good.Snapshot],
  ['what was taken of reports', ReportAnswer, isReportAnswer, good.ReportAnswer],
  ['a hint', Poke, isPoke, good.Poke],
];

/** What a number, a word or a whole part becomes in somebody else's hands; `undefined` takes the field away. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    NaN,
    Infinity,
    -1,
    0,
    1.5,
    1e300,
    2 ** 53,
    '',
    'x',
    '7',
    true,
    [],
    {},
    [null],
    ' spaced',
    '人'.repeat(121),
    'x'.repeat(5000),
    'done',
    { length: 3 },
  ),
  fc.jsonValue(),
);

/** The paths of everything in a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  // No JSON has a list with a name in it, nor one with a hole.
  if (Array.isArray(value) && (!/^\d+$/.test(key) || Number(key) > value.length)) return value;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  const before: unknown = Reflect.get(copy as object, key);
  const after = changed(before, rest, by);
  if (after === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (after === undefined) Reflect.deleteProperty(copy as object, key);
  else Reflect.set(copy as object, key, after);
  return copy;
}

for (const [name, schema, isAnswer, samples] of answers) {
  const said = thorough(schema);
  test(`${name}: what the hub answers is believed`, () => {
    for (const value of samples) {
      assert.ok(said(value), JSON.stringify(said.errors));
      assert.ok(isAnswer(value), JSON.stringify(value));
      assert.ok(isAnswer({ ...value, ofANewerBuild: [1] }), 'a newer hub says more');
    }
  });

  test(`${name}: a device refuses just what the schema refuses, however it is bent`, () => {
    const bent = fc.constantFrom(...samples).chain((value) =>
      fc
        .array(fc.tuple(fc.constantFrom(...pathsOf(value)), odd), { minLength: 1, maxLength: 3 })
        .map((changes) =>
          changes.reduce<unknown>((now, [path, by]) => {
            try {
              return changed(now, path, by);
            } catch {
              return now;
            }
          }, value),
        ),
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(bent, fc.anything({ maxDepth: 3 })), (value) => {
        const expected = said(value);
        refused += expected ? 0 : 1;
        assert.equal(isAnswer(value), expected, JSON.stringify(value));
      }),
      { numRuns: 3000 },
    );
    assert.ok(refused > 500, 'the bending bends');
  });
}
