import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { InstalledHub } from '../support/installed-hub.ts';

/** The centre's hub is its kiosks' and screens' news: no update that is cut off anywhere leaves it down, or wrongly up. */
describe('npm run update, cut off', { timeout: 600_000 }, () => {
  let here: InstalledHub;
  beforeEach(async () => {
    here = await InstalledHub.make();
  });
  afterEach(() => here.dispose());

  const goes = (): void => writeFileSync(join(here.dataDir, 'go'), '');
  const noted = (more: object): void => {
    mkdirSync(dirname(here.intent), { recursive: true });
    const intent = { from: '.', to: '1.1.0-gone', version: '1.1.0', backup: '', pid: 1, phase: 'back' };
    writeFileSync(here.intent, JSON.stringify({ ...intent, ...more }));
  };
  const said = (child: ReturnType<typeof spawn>): (() => string) => {
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (words += data));
    return () => words;
  };

  test('its line drops while the new one is on trial: it goes on to its end, and the new one is in use', async () => {
    const update = await here.onTrial(here.another('1.1.0', { schema: 2, how: 'slow' }));
    const over = once(update, 'exit');
    update.stdout?.destroy();
    update.stderr?.destroy();
    process.kill(-(update.pid ?? 0), 'SIGHUP');
    goes();
    assert.deepEqual(await over, [0, null]);
    assert.ok(!existsSync(here.intent));
    assert.equal(await here.starts(), '1.1.0');
  });

  test('its line drops while the new one is installed: that goes on too', async () => {
    const [began, go] = ['began', 'go'].map((name) => join(here.dataDir, name));
    const prepare = `
      import { existsSync, writeFileSync } from 'node:fs';
      writeFileSync('${began}', '');
      setInterval(() => existsSync('${go}') && process.exit(0), 20);`;
    const update = here.node('update.mjs', [here.another('1.1.0', { prepare })]);
    const over = once(update, 'exit');
    while (!existsSync(began ?? '')) await wait(20);
    process.kill(-(update.pid ?? 0), 'SIGHUP');
    goes();
    assert.deepEqual(await over, [0, null]);
    assert.equal(await here.starts(), '1.1.0');
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} while the new one is on trial ends that too, and the next start takes the update up`, async () => {
      const update = await here.onTrial(here.another('1.1.0', { schema: 2, how: 'slow' }));
      const words = said(update);
      update.kill(signal);
      await once(update, 'close');
      assert.equal(update.exitCode, 1);
      assert.match(words(), /✗ 按要求停下了；升级没有做完的，下次启动会接着做/);
      assert.equal(await here.answering(), null, 'nothing holds the port');
      goes();
      assert.equal(await here.starts(), '1.1.0');
    });
  }

  test('a start that is told to stop while it takes an update up starts no hub after that', async () => {
    const update = await here.onTrial(here.another('1.1.0', { schema: 2, how: 'slow' }));
    update.kill('SIGTERM');
    await once(update, 'close');
    goes();
    const start = here.node('start.mjs');
    while (existsSync(here.intent)) await wait(20);
    // The new one is in use for good, and is still to be ended as the trial it was.
    start.kill('SIGTERM');
    await once(start, 'close');
    assert.equal(await here.answering(), null);
    assert.equal(await here.starts(), '1.1.0');
  });

  test('a trial that nobody has any more is ended, and its answers prove nothing of the next', async () => {
    const update = await here.onTrial(here.another('1.1.0', { schema: 2, how: 'once' }));
    update.kill('SIGKILL');
    await once(update, 'exit');
    goes();
    // The one left over would say that all is well; the same release started anew does not come up.
    assert.equal(await here.starts(), '1.0.0');
    assert.deepEqual(here.database, { schema: 1, members: 320 });
    assert.deepEqual(here.kept, []);
  });

  test('where another program listens in the hub’s place nothing is tried, and nothing is lost', async () => {
    const other = createServer().listen(here.port);
    await once(other, 'listening');
    try {
      const { code, said: words } = await here.update(here.another('1.1.0', { schema: 2 }));
      assert.equal(code, 1, words);
      assert.match(words, /✗ 主机的端口 \d+ 被别的程序占着/);
      assert.deepEqual(here.database, { schema: 1, members: 320 });
      assert.deepEqual(here.kept, []);
    } finally {
      other.close();
    }
  });

  test('the number of the process that made it may be another’s after a power cut: the hub starts', async () => {
    const other = spawn('sleep', ['600']);
    try {
      noted({ pid: other.pid });
      assert.equal(await here.starts(), '1.0.0');
      assert.ok(!existsSync(here.intent));
    } finally {
      other.kill();
    }
  });

  for (const [what, text] of [
    ['is empty', ''],
    ['says nothing of a release', '{}'],
  ] as const) {
    test(`a note that ${what} is not taken for none: nothing starts on data that may be the new release’s`, async () => {
      noted({});
      writeFileSync(here.intent, text);
      const hub = here.node('start.mjs');
      const words = said(hub);
      await once(hub, 'close');
      assert.equal(hub.exitCode, 78, 'a service waits for a person');
      assert.match(words(), /✗ 上次升级没有做完.*读不了.*cannot be read.*npm run restore/);
      assert.doesNotMatch(words(), /^\s+at /m);
      assert.ok(existsSync(here.intent));
    });
  }
});
