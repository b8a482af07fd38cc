import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const setup = fileURLToPath(new URL('../../src/setup/', import.meta.url));

/** A small hub that keeps its data in one file, with a schema; `how` it is ill. */
const fakeHub = (schema: number, how: string): string => `
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { main } from './run.mjs';
import { root } from './paths.mjs';
import { handedOver, home } from './update/releases.mjs';
import { takeUpUpdate } from './update/take-up.mjs';
main(async () => {
  if (root === home) await takeUpUpdate();
  const elsewhere = handedOver('start.mjs');
  if (elsewhere !== null) return await elsewhere;
  const dataDir = process.env.LELING_DATA;
  const file = join(dataDir, 'db.json');
  const db = JSON.parse(readFileSync(file, 'utf8'));
  if (db.schema > ${schema}) { console.error('the database is newer than this program'); return 1; }
  if (${JSON.stringify(how)} === 'dies') { console.error('a bug'); return 1; }
  if (db.schema < ${schema}) writeFileSync(file, JSON.stringify({ ...db, schema: ${schema} }));
  if (${JSON.stringify(how)} === 'dies-migrated') { console.error('the migration has a bug'); return 1; }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(dataDir, 'hub.pid'), String(process.pid));
  createServer((request, response) => {
    if (${JSON.stringify(how)} === 'hangs') return;
    response.statusCode = request.url.startsWith('/sync') ? 401 : 200;
    response.end(JSON.stringify({ status: 'ok', version }));
  }).listen(Number(process.env.PORT));
  return await new Promise((resolve) => process.on('SIGTERM', () => resolve(0)));
});
`;

const fakeCommand = `
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
const [file, backup] = process.argv.slice(2);
const db = join(process.env.LELING_DATA, 'db.json');
if (file.includes('backup-command')) {
  const path = join(process.env.LELING_DATA, 'backup.json');
  copyFileSync(db, path);
  console.log('Backed up: ' + path + ' (0.1 MB, 1 kept)');
} else copyFileSync(backup, db);
`;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A release, whole; its build fails where it is told to. */
function release(folder: string, version: string, { schema = 1, how = 'well', prepare = '' } = {}): string {
  write(folder, {
    'package.json': JSON.stringify({ name: 'leling-screens', version, type: 'module' }),
    'package-lock.json': '{}',
    'src/setup/prepare.mjs': prepare,
    'src/setup/start.mjs': fakeHub(schema, how),
    'src/setup/command.mjs': fakeCommand,
  });
  for (const file of ['update.mjs', 'run.mjs', 'paths.mjs', 'update'])
    cpSync(join(setup, file), join(folder, 'src', 'setup', file), { recursive: true });
  return folder;
}

describe('npm run update', { timeout: 90_000 }, () => {
  let dir: string;
  let home: string;
  let dataDir: string;
  let port: number;
  /** A release that hangs is given up after this; the others come up long before. */
  let withinS = '60';
  const running: ChildProcess[] = [];

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'leling-update-'));
    const free = createServer().listen(0);
    await once(free, 'listening');
    const address = free.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    free.close();
  });
  beforeEach(() => {
    withinS = '60';
    home = release(mkdtempSync(join(dir, 'home-')), '1.0.0');
    dataDir = join(home, 'data');
    write(dataDir, { 'db.json': JSON.stringify({ schema: 1, members: 320 }) });
  });
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    }
  });
  after(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    LELING_HOME: undefined,
    LELING_CONFIG: undefined,
    LELING_DATA: dataDir,
    PORT: String(port),
    LELING_UPDATE_WITHIN_S: withinS,
  });
  const node = (file: string, ...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(home, 'src', 'setup', file), ...args], { env: env() });
    running.push(child);
    return child;
  };
  const update = async (source: string): Promise<{ code: number | null; said: string }> => {
    const child = node('update.mjs', source);
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    await once(child, 'close');
    return { code: child.exitCode, said };
  };
  const answering = async (): Promise<string | null> => {
    try {
      const answer = await fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(500) });
      return (await answer.json()).version;
    } catch {
      return null;
    }
  };
  const intent = (): string => join(home, 'releases', 'update.json');
  /** The version that a plain start brings up; it is stopped again. */
  const starts = async (): Promise<string | null> => {
    const hub = node('start.mjs');
    let version: string | null = null;
    // The release before answers while it is tried; what was intended is crossed out after that.
    while ((version === null || existsSync(intent())) && hub.exitCode === null) {
      version = await answering();
      await wait(50);
    }
    const gone = once(hub, 'close');
    if (hub.exitCode === null) {
      hub.kill('SIGTERM');
      await gone;
    }
    return version;
  };
  const database = (): { schema: number; members: number } =>
    JSON.parse(readFileSync(join(dataDir, 'db.json'), 'utf8'));
  const another = (version: string, more = {}): string =>
    release(mkdtempSync(join(dir, 'new-')), version, more);
  const kept = (): string[] => readdirSync(join(home, 'releases')).filter((name) => /^\d/.test(name));

  test('stops the hub, tries the new release on the data, and every start after is the new one', async () => {
    const old = node('start.mjs');
    while ((await answering()) === null) await wait(50);
    const { code, said } = await update(another('1.1.0', { schema: 2 }));
    assert.equal(code, 0, said);
    assert.match(said, /✓ 已升级到 1\.1\.0.*Updated to 1\.1\.0/);
    assert.notEqual(old.exitCode, null);
    assert.equal(await starts(), '1.1.0');
    assert.deepEqual(database(), { schema: 2, members: 320 });
  });

  for (const [what, how, words] of [
    ['does not start', 'dies', /a bug/],
    ['comes up and never answers', 'hangs', /it does not answer/],
    ['breaks off in its migration', 'dies-migrated', /the migration has a bug/],
  ] as const) {
    test(`one that ${what} is taken back, with the data as it was, and says why`, async () => {
      if (how === 'hangs') withinS = '6';
      const { code, said } = await update(another('1.1.0', { schema: 2, how }));
      assert.equal(code, 1, said);
      assert.match(said, words);
      assert.match(said, /✗ 新版本 1\.1\.0 没有起来，已经换回原来的版本，数据都在/);
      assert.equal(await starts(), '1.0.0');
      assert.deepEqual(database(), { schema: 1, members: 320 });
      assert.deepEqual(kept(), []);
    });
  }

  test('the last two are kept, and it can be run again and again, from archives too', async () => {
    for (const version of ['1.1.0', '1.2.0', '1.3.0']) {
      const archive = join(dir, `leling-${version}.tar.gz`);
      const folder = another(version);
      execFileSync('tar', ['-czf', archive, '-C', dirname(folder), folder.slice(dirname(folder).length + 1)]);
      const { code, said } = await update(archive);
      assert.equal(code, 0, said);
    }
    assert.deepEqual(
      kept().map((name) => name.slice(0, 5)),
      ['1.2.0', '1.3.0'],
    );
    assert.equal(await starts(), '1.3.0');
  });

  test('what is not whole, not ours, changed on the way or cannot be built is refused while the hub runs on', async () => {
    node('start.mjs');
    while ((await answering()) === null) await wait(50);
    const short = another('1.1.0');
    rmSync(join(short, 'package-lock.json'));
    const foreign = another('1.1.0');
    write(foreign, { 'package.json': JSON.stringify({ name: 'other', version: '1.1.0' }) });
    const changed = another('1.1.0');
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
    write(changed, { SHA256SUMS: sums.map((file) => `${sum(file)}  ${file}\n`).join('') });
    writeFileSync(join(changed, 'src/setup/start.mjs'), '// nothing');
    const unbuilt = another('1.1.0', { prepare: 'console.error("no build"); process.exit(1);' });
    const junk = join(dir, 'junk.tar.gz');
    writeFileSync(junk, 'not an archive');
    for (const [source, words] of [
      [short, /package-lock\.json is missing/],
      [foreign, /This is other/],
      [changed, /start\.mjs is not what SHA256SUMS says/],
      [unbuilt, /cannot be installed or built/],
      [junk, /cannot be opened/],
      [join(dir, 'nowhere'), /There is no/],
    ] as const) {
      const { code, said } = await update(source);
      assert.equal(code, 1, said);
      assert.match(said, words);
      assert.doesNotMatch(said, /\n\s+at .*\(/);
    }
    assert.equal(await answering(), '1.0.0');
    assert.deepEqual(kept(), []);
  });

  test('the power goes while the new one is on trial: the next start takes it up, and one of the two comes up', async () => {
    withinS = '6';
    const source = another('1.1.0', { schema: 2, how: 'hangs' });
    const child = node('update.mjs', source);
    while (!existsSync(join(dataDir, 'hub.pid'))) await wait(20);
    child.kill('SIGKILL');
    await once(child, 'close');
    process.kill(Number(readFileSync(join(dataDir, 'hub.pid'), 'utf8')), 'SIGKILL');
    assert.ok(existsSync(intent()));
    // The trial fails again, and the data is put back for the release before.
    assert.equal(await starts(), '1.0.0');
    assert.deepEqual(database(), { schema: 1, members: 320 });
    assert.ok(!existsSync(intent()));
  });
});
