import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HANGS_S, InstalledHub, writeFiles } from '../support/installed-hub.ts';

describe('npm run update', { timeout: 600_000 }, () => {
  let here: InstalledHub;
  beforeEach(async () => {
    here = await InstalledHub.make();
  });
  afterEach(() => here.dispose());

  test('stops the hub, tries the new release on the data, and every start after is the new one', async () => {
    const old = await here.comesUp();
    const { code, said } = await here.update(here.another('1.1.0', { schema: 2 }));
    assert.equal(code, 0, said);
    assert.match(said, /✓ 已升级到 1\.1\.0.*Updated to 1\.1\.0/);
    assert.notEqual(old.exitCode, null);
    assert.equal(await here.starts(), '1.1.0');
    assert.deepEqual(here.database, { schema: 2, members: 320 });
  });

  for (const [what, how, words] of [
    ['does not start', 'dies', /a bug/],
    ['comes up and never answers', 'hangs', /it does not answer/],
    ['breaks off in its migration', 'dies-migrated', /the migration has a bug/],
  ] as const) {
    test(`one that ${what} is taken back, with the data as it was, and says why`, async () => {
      if (how === 'hangs') here.withinS = HANGS_S;
      const { code, said } = await here.update(here.another('1.1.0', { schema: 2, how }));
      assert.equal(code, 1, said);
      assert.match(said, words);
      assert.match(said, /✗ 新版本 1\.1\.0 没有起来，已经换回原来的版本，数据都在/);
      assert.equal(await here.starts(), '1.0.0');
      assert.deepEqual(here.database, { schema: 1, members: 320 });
      assert.deepEqual(here.kept, []);
    });
  }

  test('the release before is waited for longer than a new one: given up as well, the house would have none', async () => {
    here.isIll('late');
    here.withinS = '2';
    const { code, said } = await here.update(here.another('1.1.0', { schema: 2, how: 'dies-migrated' }));
    assert.equal(code, 1, said);
    assert.match(said, /已经换回原来的版本，数据都在/);
    assert.deepEqual(here.database, { schema: 1, members: 320 });
  });

  test('the last two are kept, and it can be run again and again, from archives too', async () => {
    for (const version of ['1.1.0', '1.2.0', '1.3.0']) {
      const archive = join(here.dir, `leling-${version}.tar.gz`);
      const folder = here.another(version);
      execFileSync('tar', ['-czf', archive, '-C', dirname(folder), folder.slice(dirname(folder).length + 1)]);
      const { code, said } = await here.update(archive);
      assert.equal(code, 0, said);
    }
    assert.deepEqual(
      here.kept.map((name) => name.slice(0, 5)),
      ['1.2.0', '1.3.0'],
    );
    assert.equal(await here.starts(), '1.3.0');
  });

  test('what is not whole, not ours, changed on the way or cannot be built is refused while the hub runs on', async () => {
    await here.comesUp();
    const short = here.another('1.1.0');
    rmSync(join(short, 'package-lock.json'));
    const foreign = here.another('1.1.0');
    writeFiles(foreign, { 'package.json': JSON.stringify({ name: 'other', version: '1.1.0' }) });
    const changed = here.another('1.1.0');
    const sums = [
      'package.json',
      'package-lock.json',
      'src/setup/prepare.mjs',
      'src/setup/start.mjs',
      'src/setup/command.mjs',
    ];
    const sum = (file: string): string =>
      createHash('sha256')
        .update(readFileSync(join(changed, file)))
        .digest('hex');
    writeFiles(changed, { SHA256SUMS: sums.map((file) => `${sum(file)}  ${file}\n`).join('') });
    writeFileSync(join(changed, 'src/setup/start.mjs'), '// nothing');
    const unbuilt = here.another('1.1.0', { prepare: 'console.error("no build"); process.exit(1);' });
    const junk = join(here.dir, 'junk.tar.gz');
    writeFileSync(junk, 'not an archive');
    for (const [source, words] of [
      [short, /package-lock\.json is missing/],
      [foreign, /This is other/],
      [changed, /start\.mjs is not what SHA256SUMS says/],
      [unbuilt, /cannot be installed or built/],
      [junk, /cannot be opened/],
      [join(here.dir, 'nowhere'), /There is no/],
    ] as const) {
      const { code, said } = await here.update(source);
      assert.equal(code, 1, said);
      assert.match(said, words);
      assert.doesNotMatch(said, /\n\s+at .*\(/);
    }
    assert.equal(await here.answering(), '1.0.0');
    assert.deepEqual(here.kept, []);
  });

  test('the power goes while the new one is on trial: the next start takes it up, and one of the two comes up', async () => {
    await here.powerGoes(await here.onTrial(here.another('1.1.0', { schema: 2, how: 'hangs' })));
    assert.ok(existsSync(here.intent));
    // The trial fails again, and the data is put back for the release before.
    here.withinS = HANGS_S;
    assert.equal(await here.starts(), '1.0.0');
    assert.deepEqual(here.database, { schema: 1, members: 320 });
    assert.ok(!existsSync(here.intent));
  });

  test('what an update that was cut off has left half unpacked is put away', async () => {
    const { pid } = await ended();
    mkdirSync(join(here.home, 'releases', `incoming-${pid}`), { recursive: true });
    const { code, said } = await here.update(here.another('1.1.0'));
    assert.equal(code, 0, said);
    assert.deepEqual(
      here.kept.map((name) => name.slice(0, 5)),
      ['1.1.0'],
    );
  });

  /** A process that was, and is no more. */
  async function ended(): Promise<ChildProcess> {
    const child = spawn('true');
    await once(child, 'exit');
    return child;
  }
});
