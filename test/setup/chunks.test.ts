import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ensureBuilt } from '../../src/setup/build.mjs';
import { circles } from '../../src/setup/imports.mjs';
import type { MadeOf } from '../../src/setup/made-of.mjs';
import { inRoot } from '../../src/setup/paths.mjs';

await ensureBuilt();
const build: Readonly<Record<string, MadeOf>> = JSON.parse(
  readFileSync(inRoot('dist', 'made-of.json'), 'utf8'),
);
const files = Object.entries(build);

/** Every file of scripts that a page can come to load. */
function everLoadedBy(page: string): ReadonlySet<string> {
  const entry = files.find(([, { modules }]) => inRoot('src', `${page}.html`) in modules);
  assert.ok(entry, `nothing in the build holds the ${page}'s page`);
  const found = new Set([entry[0]]);
  for (const file of found) {
    const { imports, later } = build[file] ?? { imports: [], later: [] };
    [...imports, ...later].forEach((other) => found.add(other));
  }
  return found;
}

/**
 * Each part that is long enough to be read by none but those who want it, what starts a face, and what faces share: 16 of
 * them are the console's pages and the sheets that few open.
 */
const MOST = 110;

describe('the files that the build is cut into', () => {
  it('need each other in no ring: a part would run before what it stands on, and a glass stay black', () => {
    assert.deepEqual(circles(new Map(files.map(([file, { imports }]) => [file, imports]))), []);
  });

  it('are few: every device fetches, proves and keeps each of them before it can do without its hub', () => {
    assert.ok(files.length > 20, `${files.length} files are no build: the test looks at the wrong list`);
    assert.ok(files.length <= MOST, `${files.length} files, ${MOST} at most`);
  });

  for (const page of ['kiosk', 'screen', 'self-check', 'come'])
    it(`bring nothing of the staff's pages to a ${page}: its engine may be too old for them, and it would read them for nothing`, () => {
      const modules = [...everLoadedBy(page)].flatMap((file) => Object.keys(build[file]?.modules ?? {}));
      assert.ok(
        modules.length > 10,
        `${modules.length} modules are no face: the test looks at the wrong files`,
      );
      assert.deepEqual(
        modules.filter((id) => /[/\\](?:console|shells[/\\]staff)[/\\]/.test(id)),
        [],
      );
    });
});
