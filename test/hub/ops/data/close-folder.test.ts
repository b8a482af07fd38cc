import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { closeFolder } from '../../../../src/hub/ops/data/close-folder.ts';
import { runProgram, startHub } from '../../../support/hub.ts';

const NOBODY = 65534;

/** What another account of this machine gets to read of a file; null when it gets nothing. */
function readByAnother(path: string): Buffer | null {
  try {
    return execFileSync('cat', [path], { uid: NOBODY, gid: NOBODY, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/** What others of the machine may do with a file; nothing with what the hub at work in the folder has put away meanwhile. */
async function openTo(file: string): Promise<number> {
  try {
    return (await stat(file)).mode & 0o077;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

describe('the data folder of a hub, to other accounts of the machine', { timeout: 600_000 }, () => {
  let dir: string;
  let dataDir: string;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-open-'));
    await chmod(dir, 0o755);
    dataDir = join(dir, 'data');
    // As somebody's copy from another machine leaves it: everything open.
    await (await startHub({ dataDir })).kill();
    const made = await runProgram('src/hub/ops/backup/backup-command.ts', [], { LELING_DATA: dataDir });
    assert.equal(made.code, 0, made.output);
    // It has spoken.
    await mkdir(join(dataDir, 'speech'), { recursive: true });
    await writeFile(join(dataDir, 'speech', 'a'.repeat(64)), 'a sound');
    execFileSync('chmod', ['-R', 'a+rX', dataDir]);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  const filesIn = async (folder: string): Promise<string[]> =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !/\/(media|speech)$/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));

  test('members’ phones are nobody else’s to read once the hub has started, backups and links neither', async (t) => {
    const hub = await startHub({ dataDir });
    try {
      const files = await filesIn(dataDir);
      assert.ok(files.some((file) => /backups\/hub-.*\.note\.json$/.test(file)));
      for (const folder of [dataDir, join(dataDir, 'media'), join(dataDir, 'speech')])
        assert.equal((await stat(folder)).mode & 0o077, 0, folder);
      for (const file of files) assert.equal(await openTo(file), 0, file);
      if (process.getuid?.() !== 0) return t.diagnostic('no second account to try it with: not root');
      for (const file of files) assert.equal(readByAnother(file), null, file);
      const [film = ''] = await readdir(join(dataDir, 'media'));
      assert.equal(readByAnother(join(dataDir, 'media', film)), null);
    } finally {
      await hub.kill();
    }
  });

  test('what a backup leaves is closed too, whatever the account’s own habit', async () => {
    const made = await runProgram('src/hub/ops/backup/backup-command.ts', [], { LELING_DATA: dataDir });
    assert.equal(made.code, 0, made.output);
    for (const file of await filesIn(dataDir)) assert.equal(await openTo(file), 0, file);
  });

  test('a folder in which others keep things stays open, and only what is the hub’s is closed', async () => {
    const shared = join(dir, 'shared');
    await cp(dataDir, shared, { recursive: true });
    await writeFile(join(shared, 'shopping.txt'), 'rice');
    execFileSync('chmod', ['-R', 'a+rX', shared]);
    assert.deepEqual(await closeFolder(shared), []);
    assert.equal((await stat(shared)).mode & 0o777, 0o755);
    assert.equal((await stat(join(shared, 'shopping.txt'))).mode & 0o777, 0o644);
    for (const name of ['hub.sqlite', 'backups', 'media'])
      assert.equal((await stat(join(shared, name))).mode & 0o077, 0);
  });
});
