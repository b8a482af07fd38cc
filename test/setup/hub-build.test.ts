import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../support/installed-hub.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** A small hub, which says where its sources are, and starts a thread or fails where it is told to. */
const HUB = `import { Worker } from 'node:worker_threads';
import { Type } from 'typebox';
import { greeting } from '../kernel/greeting.ts';
interface Taken {
  readonly out: boolean;
}
const place = new URL('.', import.meta.url).pathname;
console.log(\`\${greeting} \${Type.String().type} \${place}\`);
/** Throws where it is told to. */
function look(taken: Taken): void {
  if (taken.out) throw new Error('nothing is so');
}
look({ out: process.argv.includes('--throw') });
if (process.argv.includes('--thread')) new Worker(new URL('./ops/thread.ts', import.meta.url));
`;
const THROWS_AT = 11;

/** What a house starts each morning: whatever befell its build, its hub comes up, and is the one of its sources. */
describe('the hub as it is built', { timeout: 120_000 }, () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'leling-hub-build-'));
    cpSync(join(checkout, 'src/setup'), join(home, 'src/setup'), { recursive: true });
    symlinkSync(join(checkout, 'node_modules'), join(home, 'node_modules'));
    writeFiles(home, {
      'package.json': readFileSync(join(checkout, 'package.json'), 'utf8'),
      'package-lock.json': readFileSync(join(checkout, 'package-lock.json'), 'utf8'),
      'src/kernel/greeting.ts': `export const greeting: string = 'good morning';\n`,
      'src/features/menu/card.ts': `export const card = 1;\n`,
      'src/hub/main.ts': HUB,
      'src/hub/ops/thread.ts': `const said: string = 'a thread of its own';\nconsole.log(said);\n`,
    });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const node = (...args: readonly string[]): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  const module = (): string => JSON.stringify(join(home, 'src/setup/hub-build.mjs'));
  const build = (): string => node('-e', `import(${module()}).then((m) => m.ensureHubBuilt())`).err;
  const program = (): readonly string[] =>
    JSON.parse(
      node('-e', `import(${module()}).then((m) => console.log(JSON.stringify(m.hubProgram())))`).out,
    );
  const isBuilt = (): boolean => program().at(-1) === join(home, 'dist/hub/main.ts.js');
  const says = (...args: readonly string[]): ReturnType<typeof node> => node(...program(), ...args);
  const change = (file: string, text: string): void => writeFiles(home, { [file]: text });

  test('is what is started, and finds what lies by its sources', () => {
    assert.equal(isBuilt(), false);
    assert.equal(build(), '');
    assert.equal(isBuilt(), true);
    assert.equal(says().out, `good morning string ${home}/src/hub/\n`);
    assert.match(says('--thread').out, /^a thread of its own$/m);
  });

  test('is known as a hub to the releases before, which look for it when they update to this one', () => {
    build();
    assert.match(program().join('\0'), /main\.ts|start\.mjs/);
  });

  test('is built anew when what it is made of has changed, and not for what only a face is made of', () => {
    build();
    change('src/features/menu/card.ts', 'export const card = 2;\n');
    assert.equal(isBuilt(), true);
    change('src/kernel/greeting.ts', `export const greeting: string = 'good evening';\n`);
    // Until then the sources are started: never what they were.
    assert.equal(isBuilt(), false);
    assert.match(says().out, /^good evening/);
    assert.equal(build(), '');
    assert.equal(isBuilt(), true);
    assert.match(says().out, /^good evening/);
  });

  test('cut off by a power cut, it is not started: the sources are, and it is built again', () => {
    build();
    for (const file of readdirSync(join(home, 'dist/hub'))) {
      truncateSync(join(home, 'dist/hub', file), 0);
      assert.equal(isBuilt(), false, file);
      assert.match(says().out, /^good morning/);
      assert.equal(build(), '');
      assert.equal(isBuilt(), true, file);
    }
  });

  test('that cannot be built says so and leaves the house a hub, and nothing half made', () => {
    change('src/setup/bundle-hub.mjs', `console.error('no room'); process.exit(1);\n`);
    change('dist/hub.coming-4194303/main.ts.js', 'of a build long ago');
    assert.match(build(), /no room[^]*runs from its sources/);
    assert.equal(isBuilt(), false);
    assert.match(says().out, /^good morning/);
    assert.deepEqual(readdirSync(join(home, 'dist')), []);
  });

  test('names the lines of its sources where it fails, as a person who is to mend it reads them', () => {
    build();
    const { code, err } = says('--throw');
    assert.equal(code, 1);
    assert.match(
      err,
      new RegExp(`Error: nothing is so\\n    at look \\(\\S+/src/hub/main\\.ts:${THROWS_AT}:`),
    );
    assert.doesNotMatch(err, /at .*dist\/hub/);
  });
});

/** A centre on SQLite without films has nothing of what those want in its memory. */
test('this hub has its database’s driver, and what few want, from where they are installed and when they are wanted', () => {
  const folder = join(checkout, 'dist/hub');
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  for (const name of ['mp4box', '@tus/server', '@tus/file-store'])
    assert.match(code, new RegExp(`import\\("${name}"\\)`), name);
  assert.doesNotMatch(readFileSync(join(folder, 'main.ts.js'), 'utf8'), /from "pg"/);
  assert.match(code, /from "better-sqlite3"/);
});
