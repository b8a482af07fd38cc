import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const reporter = fileURLToPath(new URL('../../src/setup/count-reporter.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'leling-count-'));
after(() => rmSync(folder, { recursive: true }));

function lastLine(test: string): string {
  const file = join(folder, 'some.test.mjs');
  writeFileSync(file, `import { describe, it } from 'node:test';\n${test}`);
  const { NODE_TEST_CONTEXT: _ours, ...env } = process.env;
  const run = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
    encoding: 'utf8',
    env,
  });
  return run.stdout.trim().split('\n').at(-1) ?? '';
}

describe('the count at the end of npm test', () => {
  it('counts tests, not the groups they stand in', () => {
    assert.equal(
      lastLine(`describe('a', () => { it('b', () => {}); it('c', () => {}); });`),
      '= 2 passed, 0 failed',
    );
  });

  it('counts a failing test once, however deep it stands', () => {
    const test = `describe('a', () => describe('b', () => { it('c', () => { throw new Error('no') }); it('d', () => {}); }));`;
    assert.equal(lastLine(test), '= 1 passed, 1 failed');
  });

  it('counts a file that does not even load as a failure', () => {
    assert.equal(lastLine(`throw new Error('broken');`), '= 0 passed, 1 failed');
  });
});
