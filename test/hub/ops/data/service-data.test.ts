import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runHub, runProgram, startHub } from '../../../support/hub.ts';

const ACCOUNT = 65_534;
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const BACKUP = 'src/hub/ops/backup/backup-command.ts';
const RESTORE = 'src/hub/ops/backup/restore-command.ts';

/** Why no second account can run this checkout here. */
function noSecondAccount(): string | false {
  if (process.getuid?.() !== 0) return 'needs root, to be two accounts';
  const look = `require('fs').readFileSync(${JSON.stringify(join(root, RESTORE))})`;
  const { status } = spawnSync(process.execPath, ['-e', look], { uid: ACCOUNT });
  return status === 0 ? false : 'needs a checkout that others may read';
}
const noSecond = noSecondAccount();

describe('data of a hub that is a service', { timeout: 600_000 }, () => {
  let dir: string;
  let whole: string;
  let bin: string;
  let places = 0;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'leling-service-'));
    chmodSync(dir, 0o755);
    whole = join(dir, 'whole');
    await (await startHub({ dataDir: whole })).kill();
    const made = await runProgram(BACKUP, [], { LELING_DATA: whole });
    assert.equal(made.code, 0, made.output);
    bin = join(dir, 'bin');
    mkdirSync(bin);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  /** A copy of the data, that is the service's account's alone where there can be one; what is damaged of it. */
  const place = async (damaged: boolean): Promise<string> => {
    const dataDir = join(dir, `place-${(places += 1)}`);
    await cp(whole, dataDir, { recursive: true });
    if (damaged) truncateSync(join(dataDir, 'hub.sqlite'), 3 * 4096);
    if (noSecond === false) execFileSync('chown', ['-R', `${ACCOUNT}:${ACCOUNT}`, dataDir]);
    chmodSync(dataDir, 0o700);
    return dataDir;
  };
  const backupIn = (dataDir: string): string => {
    const name = readdirSync(join(dataDir, 'backups')).find((one) => one.endsWith('.sqlite'));
    return join(dataDir, 'backups', name ?? '');
  };
  /** The environment of a machine whose systemd runs the hub on this data. */
  const machine = (dataDir: string): Record<string, string> => {
    writeFileSync(join(bin, 'systemctl'), `#!/bin/sh\necho "PORT=8080 LELING_DATA=${dataDir}"\n`, { mode: 0o755 });
    return { PATH: `${bin}:${process.env['PATH']}`, LELING_DATA: dataDir };
  };
  const asAccount = (file: string, args: readonly string[], env: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, file), ...args], {
      uid: ACCOUNT,
      gid: ACCOUNT,
      cwd: root,
      env: { ...process.env, PORT: '0', ...env },
      encoding: 'utf8',
    });
    return { code: status, output: stdout + stderr };
  };
  const rootsIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => lstatSync(join(folder, name)).uid === 0,
    );

  test('what it prints can be typed by whoever reads the journal, who may not look into the folder', async () => {
    const dataDir = await place(true);
    const { code, output } = await runHub([], { LELING_DATA: dataDir, PORT: '0', INVOCATION_ID: 'a1' });
    assert.equal(code, 78, output);
    assert.match(output, /^ +cd \S+ && sudo env LELING_DATA=\S+ npm run restore -- \S+hub-\S+\.sqlite$/m);
    assert.match(output, /Then: sudo systemctl start leling-hub$/m);
    assert.match(output, /^ +cd \S+ && sudo env LELING_DATA=\S+ PORT=0 npm start -- --go-on$/m);
    assert.doesNotMatch(output, /npm start$/m);
  });

  test('a restore by root leaves the account all its files, also from where only root may read', { skip: noSecond }, async () => {
    const dataDir = await place(true);
    const stick = join(dir, 'stick');
    mkdirSync(stick, { mode: 0o700 });
    await cp(backupIn(whole), join(stick, 'hub.sqlite'));
    for (const file of [backupIn(dataDir), join(stick, 'hub.sqlite')]) {
      const { code, output } = await runProgram(RESTORE, [file], machine(dataDir));
      assert.equal(code, 0, output);
      assert.match(output, /Next: sudo systemctl start leling-hub\./);
      assert.deepEqual(rootsIn(dataDir), []);
    }
    assert.ok(!readdirSync(dataDir).includes('hub.sqlite.brought'));
    // So the service starts.
    const hub = asAccount(BACKUP, [], { LELING_DATA: dataDir });
    assert.equal(hub.code, 0, hub.output);
  });

  test('a backup by root is the account’s, which has to forget it one day', { skip: noSecond }, async () => {
    const dataDir = await place(false);
    const { code, output } = await runProgram(BACKUP, [], machine(dataDir));
    assert.equal(code, 0, output);
    assert.deepEqual(rootsIn(dataDir), []);
  });

  test('who may not look where the backups are is not told that there are none', { skip: noSecond }, async () => {
    const dataDir = await place(false);
    execFileSync('chown', ['-R', '1234:1234', dataDir]);
    for (const args of [[], [backupIn(dataDir)]]) {
      const { code, output } = asAccount(RESTORE, args, { LELING_DATA: dataDir });
      assert.equal(code, 1);
      assert.match(output, /may not read .*sudo/);
      assert.doesNotMatch(output, /There are none|There is no file/);
    }
    const { code, output } = asAccount(BACKUP, [], { LELING_DATA: dataDir });
    assert.equal(code, 1);
    assert.match(output, /may not read .*sudo/);
    assert.doesNotMatch(output, /There is no hub/);
  });

  test('nor is the hub, where root has made them', { skip: noSecond }, async () => {
    for (const closed of ['backups', '']) {
      const dataDir = await place(true);
      execFileSync('chown', ['-R', '0:0', closed === '' ? backupIn(dataDir) : join(dataDir, closed)]);
      const { code, output } = asAccount('src/hub/main.ts', [], { LELING_DATA: dataDir });
      assert.equal(code, 78, output);
      assert.match(output, /may not read the backups .*\n\n +sudo chown -R nobody: \S+place-\d+$/m);
      assert.doesNotMatch(output, /no good backup/);
    }
  });

  test('asked in another folder, it says where those of the service are', async () => {
    const elsewhere = join(dir, 'elsewhere');
    mkdirSync(elsewhere);
    const env = { ...machine(whole), LELING_DATA: elsewhere };
    const { output } = await runProgram(RESTORE, [], env);
    assert.match(output, new RegExp(`sudo env LELING_DATA=${whole} npm run restore`));
  });
});
