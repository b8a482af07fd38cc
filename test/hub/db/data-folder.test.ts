import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
  writeSync,
  openSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runHub, startHub, type Ended } from '../../support/hub.ts';
import { smallDisk } from '../../support/small-disk.ts';

const NOBODY = 65_534;
const main = fileURLToPath(new URL('../../../src/hub/main.ts', import.meta.url));

/** Starts the hub as an account that is not root. */
function asNobody(dataDir: string): Omit<Ended, 'signal'> {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [main], {
    uid: NOBODY,
    gid: NOBODY,
    env: { ...process.env, LELING_DATA: dataDir, PORT: '0' },
    encoding: 'utf8',
    timeout: 100_000,
  });
  if (error !== undefined) throw new Error(`it did not finish: ${stdout}${stderr}`, { cause: error });
  return { code: status, output: stdout + stderr };
}

/** Why nobody can run this checkout's hub here. */
function noSecondAccount(): string | false {
  if (process.getuid?.() !== 0) return 'needs root, to be another';
  const tried = spawnSync(process.execPath, ['-e', `require('fs').readFileSync(${JSON.stringify(main)})`], {
    uid: NOBODY,
  });
  return tried.status === 0 ? false : 'needs a checkout that others may read';
}

/** An elder's name would be gone from a house whose hub began anew in another folder. */
const namesNoOtherFolder = (output: string): void => {
  assert.doesNotMatch(output, /LELING_DATA/);
  assert.doesNotMatch(output, /above 1023/);
  assert.doesNotMatch(output, /^\s+at /m);
};

describe('a data folder that holds a centre and cannot be written', { timeout: 600_000 }, () => {
  let dir: string;
  let dataDir: string;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'leling-holds-'));
    chmodSync(dir, 0o755);
    dataDir = join(dir, 'data');
    await (await startHub({ dataDir })).kill();
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  test('on a full disk: room is asked for, never another folder, which would be an empty centre', async (t) => {
    const disk = smallDisk(32);
    if (disk === null) return t.skip('no small file system can be mounted here (not root)');
    try {
      const full = join(disk.folder, 'data');
      await (await startHub({ dataDir: full })).kill();
      const file = openSync(join(disk.folder, 'filler'), 'w');
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 1));
        } catch {
          // No room for so much at once.
        }
      }
      closeSync(file);
      const { code, output } = await runHub([], { LELING_DATA: full, PORT: '0' });
      assert.equal(code, 1, output);
      assert.match(output, /磁盘.*满.*[Rr]oom on/s);
      namesNoOtherFolder(output);
    } finally {
      disk.remove();
    }
  });

  test('of another account: it says whose it is, or how to give it back', { skip: noSecondAccount() }, () => {
    for (const [owner, words] of [
      ['root', /sudo chown -R nobody: \S+data$/m],
      ['1234', /belongs to another account \(1234\).*sudo/],
    ] as const) {
      execFileSync('chown', ['-R', owner, dataDir]);
      const { code, output } = asNobody(dataDir);
      assert.equal(code, 1, output);
      assert.match(output, words);
      namesNoOtherFolder(output);
    }
  });

  for (const name of ['hub.sqlite', 'hub.pid'])
    test(
      `with ${name} of root's in it: it says how to give it back, and talks of no port`,
      { skip: noSecondAccount() },
      () => {
        execFileSync('chown', ['-R', String(NOBODY), dataDir]);
        execFileSync('chown', ['-R', '0:0', join(dataDir, name)]);
        const { code, output } = asNobody(dataDir);
        assert.equal(code, 1, output);
        assert.match(output, /sudo chown -R nobody: \S+data/);
        namesNoOtherFolder(output);
      },
    );

  test('a folder for a new centre may still be another', { skip: noSecondAccount() }, () => {
    const empty = join(dir, 'empty');
    mkdirSync(empty, { mode: 0o755 });
    writeFileSync(join(empty, 'shopping.txt'), 'rice');
    assert.match(asNobody(empty).output, /Set LELING_DATA to a folder that this account may write in/);
  });
});
