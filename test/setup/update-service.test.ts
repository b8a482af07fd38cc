import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { HANGS_S, InstalledHub, writeFiles } from '../support/installed-hub.ts';

/** Another account than root: that of the hub. */
const ACCOUNT = 65_534;

/** In the place of systemd's own: it writes down what it is asked, and starts and stops the one unit there is. */
const SYSTEMCTL = `#!/bin/sh
cd "$(dirname "$0")" && echo "$*" >> asked
case "$*" in
  *WorkingDirectory*) cat home ;;
  *Environment*) cat environment ;;
  *ActiveState*) cat state ;;
  'stop leling-hub.service')
    [ -e refuses ] && exit 1
    kill "$(cat pid)" 2>/dev/null; while kill -0 "$(cat pid)" 2>/dev/null; do sleep 0.05; done; echo inactive > state ;;
  'start leling-hub.service')
    env -u LELING_UPDATE_WITHIN_S $(cat environment) "$(cat node)" "$(cat home)/src/setup/start.mjs" > log 2>&1 &
    echo $! > pid; echo active > state ;;
  *) exit 1 ;;
esac
`;

/** No systemd runs where this is tested: what it would be asked is asked of a program of its name. */
describe('npm run update, where the hub is a service', { timeout: 600_000 }, () => {
  let here: InstalledHub;
  let bin: string;
  beforeEach(async () => {
    here = await InstalledHub.make();
    bin = join(here.dir, 'bin');
    const { PORT = '' } = here.env;
    writeFiles(bin, {
      systemctl: SYSTEMCTL,
      home: here.home,
      node: process.execPath,
      environment: `PORT=${PORT} LELING_DATA=${here.dataDir}`,
      state: 'inactive',
    });
    chmodSync(join(bin, 'systemctl'), 0o755);
    // Whoever updates says nothing of the hub's settings: they stand in its unit.
    const PATH = `${bin}:${process.env['PATH']}`;
    here.more = { PATH, PORT: undefined, LELING_DATA: undefined };
    const start = await run('systemctl', ['start', 'leling-hub.service']);
    assert.equal(start, 0);
    while ((await here.answering()) === null) await wait(50);
    writeFileSync(join(bin, 'asked'), '');
  });
  afterEach(async () => {
    if (said('state') === 'active') await run('systemctl', ['stop', 'leling-hub.service']);
    await here.dispose();
  });

  const said = (name: string): string => readFileSync(join(bin, name), 'utf8').trim();
  const run = async (name: string, args: readonly string[]): Promise<number | null> => {
    const child = spawn(join(bin, name), [...args], { stdio: 'ignore' });
    await once(child, 'exit');
    return child.exitCode;
  };
  /** What it was asked to do, in order; questions aside. */
  const asked = (): string[] =>
    said('asked')
      .split('\n')
      .filter((line) => /^(start|stop)/.test(line))
      .map((line) => line.split(' ')[0] ?? '');
  const isUp = async (version: string): Promise<void> => {
    let answer = await here.answering();
    for (; answer === null; answer = await here.answering()) await wait(50);
    assert.equal(answer, version);
  };

  test('the service is stopped, the new one tried with what stands in its unit, and the service is started on it', async () => {
    const { code, said: words } = await here.update(here.another('1.1.0', { schema: 2 }));
    assert.equal(code, 0, words);
    assert.deepEqual(asked(), ['stop', 'start']);
    await isUp('1.1.0');
    assert.deepEqual(here.database, { schema: 2, members: 320 });
    // Nothing is left to a person.
    assert.doesNotMatch(words, /npm start/);
  });

  test('of one that does not come up, the service is started on the release before', async () => {
    const { code, said: words } = await here.update(here.another('1.1.0', { how: 'dies' }));
    assert.equal(code, 1, words);
    assert.deepEqual(asked(), ['stop', 'start']);
    await isUp('1.0.0');
  });

  test('what is refused is refused before the service is stopped', async () => {
    assert.equal((await here.update(join(here.dir, 'nowhere.zip'))).code, 1);
    assert.deepEqual(asked(), []);
    await isUp('1.0.0');
  });

  test('without a backup nothing is tried, and the service goes on', async () => {
    writeFiles(here.home, { 'src/setup/command.mjs': 'console.error("the disk is full"); process.exit(1);' });
    const { code, said: words } = await here.update(here.another('1.1.0'));
    assert.equal(code, 1);
    assert.match(words, /✗ 备份做不成，没有升级 The backup failed, so nothing was changed: the disk is full/);
    assert.deepEqual(asked(), ['stop', 'start']);
    await isUp('1.0.0');
  });

  test('who may not stop the service reads that it wants sudo, and the hub runs on', async () => {
    writeFileSync(join(bin, 'refuses'), '');
    const { code, said: words } = await here.update(here.another('1.1.0'));
    assert.equal(code, 1);
    assert.match(words, /✗ .*sudo/);
    assert.doesNotMatch(words, /^\s+at /m);
    await isUp('1.0.0');
    assert.deepEqual(here.kept, []);
  });

  /** As systemd would say of a hub that does not run. */
  const isDown = async (state: string): Promise<void> => {
    await run('systemctl', ['stop', 'leling-hub.service']);
    writeFileSync(join(bin, 'state'), state);
    writeFileSync(join(bin, 'asked'), '');
  };

  for (const [state, did] of [
    ['failed', ['start']],
    ['activating', ['stop', 'start']],
  ] as const) {
    test(`a service that is ${state} is started on the new one: it is still how the hub runs here`, async () => {
      await isDown(state);
      const { code, said: words } = await here.update(here.another('1.1.0', { schema: 2 }));
      assert.equal(code, 0, words);
      assert.deepEqual(asked(), did);
      await isUp('1.1.0');
      assert.doesNotMatch(words, /npm start/);
    });
  }

  test('one that a person has stopped stays so, and the last words start the service, not a second centre', async () => {
    await isDown('inactive');
    const { code, said: words } = await here.update(here.another('1.1.0', { schema: 2 }));
    assert.equal(code, 0, words);
    assert.deepEqual(asked(), []);
    assert.match(words, /✓ .*sudo systemctl start leling-hub\n/);
    assert.doesNotMatch(words, /npm start/);
  });

  for (const [what, file, stood] of [
    ['what is intended cannot be written down', 'update.json.part', /✗ 没有升级.*Nothing was changed/],
    ['the new one cannot be put into use', 'current.coming', /✗ 新版本 1\.1\.0 没有起来，已经换回原来的版本/],
  ] as const) {
    test(`${what}: a sentence, and the service goes on with the release before`, async () => {
      mkdirSync(join(here.home, 'releases', file), { recursive: true });
      const { code, said: words } = await here.update(here.another('1.1.0', { schema: 2 }));
      assert.equal(code, 1, words);
      assert.match(words, stood);
      assert.doesNotMatch(words, /^\s+at /m);
      assert.deepEqual(asked(), ['stop', 'start']);
      await isUp('1.0.0');
      assert.deepEqual(here.database, { schema: 1, members: 320 });
      assert.deepEqual(here.kept, []);
    });
  }

  test('a disk that knows no accounts: said before the service is stopped', async (t) => {
    if (process.getuid?.() !== 0) return t.skip('wants root, to give files away');
    chownSync(here.dataDir, ACCOUNT, ACCOUNT);
    writeFileSync(join(bin, 'chown'), '#!/bin/sh\necho "chown: Operation not permitted" >&2; exit 1\n', {
      mode: 0o755,
    });
    const { code, said: words } = await here.update(here.another('1.1.0'));
    assert.equal(code, 1, words);
    assert.match(words, /✗ 新版本交不给主机的账号.*Operation not permitted/);
    assert.deepEqual(asked(), []);
    await isUp('1.0.0');
    assert.deepEqual(here.kept, []);
  });
});

test('what root brings is the account’s whose the data is, and after a power cut that account takes the update up', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('wants root, to be two accounts');
  const here = await InstalledHub.make();
  // Root may keep to itself whatever it writes.
  const before = process.umask(0o077);
  try {
    chmodSync(here.dir, 0o755);
    const give = (path: string): void => {
      chownSync(path, ACCOUNT, ACCOUNT);
      if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
    };
    give(here.home);
    await here.powerGoes(await here.onTrial(here.another('1.1.0', { schema: 2, how: 'hangs' })));
    here.withinS = HANGS_S;
    assert.equal(await here.starts(ACCOUNT), '1.0.0');
    assert.deepEqual(here.database, { schema: 1, members: 320 });
    assert.deepEqual(here.kept, []);
  } finally {
    process.umask(before);
    await here.dispose();
  }
});
