import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LONG, longFirst } from '../../src/setup/long-first.mjs';
import { inRoot } from '../../src/setup/paths.mjs';
import { redFileReporter } from '../../src/setup/red-file-reporter.mjs';
import { afterAgain, mayBeShaken, tallyOf } from '../../src/setup/suite.mjs';

const reporter = fileURLToPath(new URL('../../src/setup/count-reporter.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'leling-suite-'));
after(() => rmSync(folder, { recursive: true }));

/** A file of tests, run as npm test runs one. */
function running(name: string, text: string): NonNullable<ReturnType<typeof tallyOf>> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { NODE_TEST_CONTEXT: _ours, ...env } = process.env;
  const args = ['--test', `--test-reporter=${reporter}`, file];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  const tally = tallyOf(stdout, status ?? 1);
  assert.ok(tally);
  return tally;
}

describe('a part of npm test', () => {
  it('names its red files and what failed in them', () => {
    const tally = running(
      'red.test.ts',
      `import { it } from 'node:test'; it('holds', () => {}); it('breaks', () => { throw new Error('a reason') });`,
    );
    assert.deepEqual([tally.passed, tally.failed], [1, 1]);
    const file = join(folder, 'red.test.ts');
    assert.deepEqual(tally.red, [{ file, passed: 1, failed: 1, late: false }]);
    assert.match(tally.why?.join() ?? '', /✗ breaks\n {2}.*red\.test\.ts:1\n {4}Error: a reason/);
  });

  it('begins its files in the order in which they are given: the longest would be left over at the end', () => {
    const files = ['last', 'first'].map((name) => join(folder, `${name}.test.ts`));
    for (const file of files) writeFileSync(file, `import { it } from 'node:test'; it('holds', () => {});`);
    const { NODE_TEST_CONTEXT: _ours, ...env } = process.env;
    const inOrder = inRoot('src', 'setup', 'in-order.mjs');
    const { stdout, status } = spawnSync(process.execPath, [inOrder, '1', ...files], {
      encoding: 'utf8',
      env,
    });
    assert.equal(status, 0);
    assert.deepEqual(
      [...stdout.matchAll(/^✓ (\S+): 1 of 1/gm)].map(([, file]) => file),
      files,
    );
    writeFileSync(
      files[0] ?? '',
      `import { it } from 'node:test'; it('breaks', () => { throw new Error(); });`,
    );
    assert.equal(spawnSync(process.execPath, [inOrder, '1', ...files], { env }).status, 1);
  });

  it('knows its longest files by names that they have', () => {
    const all = readdirSync(inRoot('test'), { recursive: true }).map((file) => `/${String(file)}`);
    const unknown = LONG.filter((name) => !all.some((file) => file.endsWith(`/${name}.test.ts`)));
    assert.deepEqual(unknown, []);
    const [longest = ''] = LONG;
    assert.deepEqual(longFirst(['/a.test.ts', `/${longest}.test.ts`])[0], `/${longest}.test.ts`);
  });

  it('tells a wait that ran out from something seen wrong, by what failed first', () => {
    const late = `it('waits', async () => { throw new Error('locator.click: Timeout 90000ms exceeded.') });`;
    const wrong = `it('sees', () => { throw new Error('setTimeout is not what was tapped') });`;
    const isLate = (tests: string): boolean | undefined =>
      running('late.test.ts', `import { it } from 'node:test'; ${tests}`).red?.[0]?.late;
    assert.equal(isLate(late), true);
    assert.equal(isLate(late + wrong), true);
    assert.equal(isLate(wrong + late), false);
    assert.equal(
      isLate(`it('hangs', { timeout: 10 }, () => new Promise((end) => setTimeout(end, 1000)));`),
      true,
    );
  });

  it('stays red when what failed fails again alone, and counts each test once', () => {
    const breaks = `import { it } from 'node:test'; it('holds', () => {}); it('breaks', () => { throw new Error('no') });`;
    const first = running('again.test.ts', breaks);
    const still = afterAgain({ ...first, passed: 11 }, running('again.test.ts', breaks));
    assert.deepEqual([still.passed, still.failed], [11, 1]);
    const holds = running('again.test.ts', breaks.replace(`throw new Error('no')`, ''));
    const mended = afterAgain({ ...first, passed: 11 }, holds);
    assert.deepEqual([mended.passed, mended.failed], [12, 0]);
  });

  it('takes many red files for a fault of the change, and few of them for one of a busy machine', () => {
    const files = (late: number, wrong: number) =>
      Array.from({ length: late + wrong }, (_, at) => ({
        file: `${at}.test.ts`,
        passed: 0,
        failed: 1,
        late: at < late,
      }));
    const may = (late: number, wrong: number) => mayBeShaken(files(late, wrong), { late: 12, wrong: 3 });
    assert.deepEqual([may(0, 0), may(12, 3), may(13, 0), may(0, 4)], [true, true, false, false]);
  });

  it('counts a file of the browser that did not load as one failure, by its line', () => {
    const said: string[] = [];
    const testFile = join(process.cwd(), 'test/ui/some.test.ts');
    const test = (name: string, passed: boolean) => ({ name, passed, skipped: false });
    redFileReporter((line) => said.push(line)).onTestRunFinished({
      sessions: [
        { passed: true, testFile, errors: [] },
        { passed: false, testFile, errors: [{ message: 'does not load\nat …' }] },
        {
          passed: false,
          testFile,
          errors: [],
          testResults: {
            tests: [test('a', true)],
            suites: [{ tests: [test('c', false)], suites: [] }],
          },
        },
      ],
    });
    assert.deepEqual(said, [
      `\n✗ test/ui/some.test.ts\n  ${testFile}:1\n    does not load`,
      '✗ test/ui/some.test.ts: 0 of 1',
      `\n✗ c\n  ${testFile}:1\n    no reason given`,
      '✗ test/ui/some.test.ts: 1 of 2',
    ]);
  });

  it('says of a green file of the browser how many of its tests passed and how long it took, before the next is through', () => {
    const said: string[] = [];
    const test = (name: string, passed: boolean) => ({ name, passed, skipped: !passed });
    const session = (file: string, passed: boolean) => ({
      passed,
      testFile: join(process.cwd(), file),
      errors: [],
      testResults: {
        tests: [test('a', true), test('left out', false)],
        suites: [{ tests: [test('b', true)], suites: [] }],
      },
    });
    const reporter = redFileReporter((line) => said.push(line));
    reporter.onTestRunStarted();
    reporter.reportTestFileResults({ sessionsForTestFile: [session('test/ui/some.test.ts', true)] });
    reporter.reportTestFileResults({ sessionsForTestFile: [session('test/ui/red.test.ts', false)] });
    assert.equal(said.length, 1, 'a red file is told at the end, with its reasons');
    assert.match(said[0] ?? '', /^✓ test\/ui\/some\.test\.ts: 2 of 2 \(\d+\.\d s\)$/);
  });
});
