import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../../src/setup/build.mjs';
import type { MadeOf } from '../../src/setup/made-of.mjs';
import { inRoot } from '../../src/setup/paths.mjs';
import { bytesToAnotherBoard, bytesToPaint, kB } from '../support/budgets.ts';

type Build = Readonly<Record<string, MadeOf>>;

/** Where changes are made on a device, which waits for it before it shows anything. */
const making = 'src/protocol/client/making.ts';

/** What a face cannot show its first content without: its page's script, and its nouns beside the opening database. */
const starts = {
  screen: ['src/shells/screen/main.ts'],
  kiosk: ['src/shells/kiosk/main.ts', 'src/shells/kiosk/kiosk-nouns.ts', making],
  staff: ['src/shells/staff/main.ts', 'src/features/registry.ts', making],
} as const;

await ensureBuilt();
const build: Build = JSON.parse(readFileSync(inRoot('dist', 'made-of.json'), 'utf8'));

/** The files that hold these modules, with all that they load before they run. */
function loadedWith(modules: readonly string[]): Set<string> {
  const files = new Set(modules.map(fileOf));
  for (const file of files) {
    const { imports, css } = build[file] ?? { imports: [], css: [] };
    [...imports, ...css].forEach((other) => files.add(other));
  }
  return files;
}

function fileOf(module: string): string {
  const file = Object.keys(build).find((name) => inRoot(module) in (build[name]?.modules ?? {}));
  assert.ok(file, `nothing in the build holds ${module}`);
  return file;
}

const weightOf = (file: string): number =>
  gzipSync(readFileSync(inRoot('dist', 'app', file)), { level: 9 }).length;

/** What weighs most, so that whoever has passed the limit sees where to look. */
function heaviest(files: ReadonlySet<string>): string {
  const modules = [...files].flatMap((file) => Object.entries(build[file]?.modules ?? {}));
  modules.sort(([, a], [, b]) => b - a);
  return modules
    .slice(0, 15)
    .map(([id, length]) => `  ${length} ${id.replace(inRoot(), '')}`)
    .join('\n');
}

describe('what a device loads before its first useful paint', () => {
  for (const face of ['screen', 'kiosk', 'staff'] as const) {
    it(`keeps the ${face} within its budget: on a television's processor and a centre's Wi-Fi each kilobyte is waited for`, () => {
      const files = loadedWith(starts[face]);
      // Stands beside each face's own files, in none of them.
      files.add('again.js');
      const sum = [...files].reduce((total, file) => total + weightOf(file), 0);
      assert.ok(sum > 20 * kB, `${sum} bytes are no face: the test looks at the wrong files`);
      const list = [...files].map((file) => `  ${weightOf(file)} ${file}`).join('\n');
      assert.ok(
        sum <= bytesToPaint[face],
        `${sum} bytes gzipped, ${bytesToPaint[face]} at most:\n${list}\nthe longest modules, before they are made small:\n${heaviest(files)}`,
      );
    });
  }

  it('is little more where a television starts with another board: it is dark until that board is there', () => {
    const boards = Object.values(build)
      .flatMap(({ modules }) => Object.keys(modules))
      .filter(
        (id) =>
          /[/\\]features[/\\][^/\\]+[/\\]board[/\\]board-(?!exercise-)[\w-]+\.ts$/.test(id) &&
          !id.endsWith('-styles.ts'),
      );
    assert.ok(boards.length >= 10, `${boards.length} boards: the test looks for them in the wrong place`);
    const start = loadedWith(starts.screen);
    for (const board of boards) {
      const files = [...loadedWith([relative(inRoot(), board)])].filter((file) => !start.has(file));
      const sum = files.reduce((total, file) => total + weightOf(file), 0);
      assert.ok(
        sum <= bytesToAnotherBoard,
        `${sum} bytes gzipped for ${relative(inRoot(), board)}, ${bytesToAnotherBoard} at most: ${files.join(', ')}`,
      );
    }
  });

  it('is in the cache after the first visit, and so is what each face loads later', () => {
    const list = readFileSync(inRoot('dist', 'app', 'build.json'), 'utf8');
    const missing = Object.keys(build).filter((file) => !list.includes(`"/${file}"`));
    assert.deepEqual(missing, []);
  });
});
