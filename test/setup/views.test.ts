import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** What shows something: the faces of the nouns, and the shells around them. */
const views = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /^(features\/[^/]+\/(kiosk|board|console)|shells\/(kiosk|screen|staff)|ui)\/.+\.ts$/.test(path),
);
const thatSay = (word: RegExp): string[] =>
  views.filter((path) => word.test(readFileSync(join(src, path), 'utf8')));

test('a view changes a row through `Change` alone: by hand it would forget to say that nothing was kept', () => {
  assert.deepEqual(thatSay(/\.mutate\(/), []);
});

test('a view reads through `LiveQuery` alone: by hand it would show one question’s answer under another’s heading', () => {
  assert.deepEqual(thatSay(/\.watch\(/), []);
  assert.ok(thatSay(/new LiveQuery\(/).length > 15, 'the views are found');
});
