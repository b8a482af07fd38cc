import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadConfig } from '../../src/hub/ops/config/load.ts';
import { id } from '../../src/kernel/ids.ts';
import { root } from '../../src/hub/start-hub.ts';
import { Browser } from '../support/browser.ts';
import { runHub, startHub, type HubProcess } from '../support/hub.ts';
import { LiveListener } from '../support/live.ts';
import { testHub } from './http-support.ts';

describe('a hub in a process of its own', () => {
  let hub: HubProcess;
  before(async () => {
    hub = await startHub();
  });
  after(() => hub.dispose());

  test('prints its links for people and writes them for programs, readable by nobody else', async () => {
    const { links } = hub;
    assert.equal(links.hub, hub.url);
    assert.deepEqual(Object.keys(links.screens).sort(), ['dining-hall', 'exercise-room']);
    assert.deepEqual(Object.keys(links.staff), ['manager', 'canteen', 'leader', 'advisor']);
    for (const url of [links.kiosk, ...Object.values(links.screens), ...Object.values(links.staff)]) {
      assert.ok(url && hub.output.includes(url));
    }
    assert.equal((await stat(join(hub.dataDir, 'links.json'))).mode & 0o077, 0);
    const columns = hub.output.split('\n').filter((line) => line.includes('/link/'));
    assert.equal(columns.length, 7);
  });

  test('another hub on its data folder says so and leaves it alone', async () => {
    const second = await runHub([], { PORT: '0', LELING_DATA: hub.dataDir });
    assert.equal(second.code, 1);
    assert.match(second.output, /data folder/);
    assert.ok(second.output.includes(hub.dataDir));
    assert.doesNotMatch(second.output, /^\s+at /m, 'a sentence, not a stack');
  });

  test('another hub on its port says so', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'leling-port-'));
    const second = await runHub([], { PORT: String(hub.port), LELING_DATA: dataDir });
    await rm(dataDir, { recursive: true });
    assert.equal(second.code, 1);
    assert.match(second.output, new RegExp(`Port ${hub.port} is in use`));
    assert.doesNotMatch(second.output, /^\s+at /m);
  });

  test('a data folder where nothing can be made ends it at once, with the folder and the remedy', async () => {
    for (const env of [{}, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }]) {
      const ended = await runHub([], { PORT: '0', LELING_DATA: '/proc/nope/data', ...env });
      assert.equal(ended.code, 1);
      assert.match(ended.output, /data folder \/proc\/nope\/data cannot be used.*Set LELING_DATA/);
      assert.doesNotMatch(ended.output, /^\s+at /m);
    }
  });

  test('an option nobody knows, or a port that is none, says what to do', async () => {
    const option = await runHub(['--verbose'], { PORT: '0', LELING_DATA: hub.dataDir });
    assert.match(option.output, /--links-json FILE/);
    const port = await runHub([], { PORT: 'eighty', LELING_DATA: hub.dataDir });
    assert.match(port.output, /PORT is "eighty"/);
    assert.deepEqual([option.code, port.code], [1, 1]);
  });

  test('on trial it ends with the terminal of the update that tries it: nobody is left who holds folder and port', async () => {
    const trial = await startHub({ env: { LELING_TRIAL: '1.1.0' } });
    try {
      const ended = await trial.kill('SIGHUP');
      assert.deepEqual([ended.code, ended.signal], [0, null]);
    } finally {
      await trial.dispose();
    }
  });

  test('SIGTERM stops it cleanly and quickly, live streams and all; a paired device is asked nothing after', async () => {
    const screen = new Browser(hub.url);
    await screen.open(hub.links.screens['dining-hall'] ?? '');
    const live = await LiveListener.open(screen);
    const ended = await hub.kill('SIGTERM');
    // Where it had taken too long it would have ended itself, and told so; and a stream that is cut is an error here.
    assert.deepEqual([ended.code, ended.signal], [0, null]);
    while ((await live.next()) !== null);
    await hub.restart();
    assert.equal((await screen.get('/api/me')).status, 200);
  });

  test('killed outright, it starts again on what it had', async () => {
    const canteen = new Browser(hub.url);
    await canteen.open(hub.links.staff['canteen'] ?? '');
    await hub.kill('SIGKILL');
    await hub.restart();
    assert.equal((await canteen.get('/api/me')).status, 200);
  });
});

describe('kiosk-config', () => {
  let configDir: string;
  let dataDir: string;
  before(async () => {
    configDir = await mkdtemp(join(tmpdir(), 'leling-config-'));
    dataDir = await mkdtemp(join(tmpdir(), 'leling-data-'));
    await cp(join(root, 'kiosk-config'), configDir, { recursive: true });
  });
  after(async () => {
    await rm(configDir, { recursive: true });
    await rm(dataDir, { recursive: true });
  });

  const edit = async (file: string, change: (text: string) => string): Promise<void> => {
    const path = join(configDir, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };
  const kioskConfig = async (hub: Awaited<ReturnType<typeof testHub>>) =>
    hub.sync.read(id('sample'), (tx) => tx.get('device:lobby-kiosk', 'deviceConfig', 'lobby-kiosk'));

  test('what is written there is what the devices get, and what staff have set since stays', async () => {
    const first = await testHub({ configDir, dataDir });
    const standing = await kioskConfig(first);
    assert.equal(standing?.distanceMm, 650);
    assert.ok(standing);
    await first.sync.perform(id('sample'), 'device.configure', { config: { ...standing, place: '东门' } });
    await first.stop();
    const second = await testHub({ configDir, dataDir });
    assert.equal((await kioskConfig(second))?.place, '东门');
    await second.stop();
    await edit('lobby-kiosk.json', (text) => text.replace('"distanceMm": 650', '"distanceMm": 700'));
    const third = await testHub({ configDir, dataDir });
    assert.equal((await kioskConfig(third))?.distanceMm, 700);
    await third.stop();
  });

  test('an error names the file, the place in it and the remedy, and the last good one stays in use', async () => {
    await edit('lobby-kiosk.json', (text) => text.replace('"distanceMm": 700', '"distanceMm": 7'));
    await edit('dining-hall.json', (text) => text.replace('{', '{,'));
    const hub = await testHub({ configDir, dataDir });
    assert.equal((await kioskConfig(hub))?.distanceMm, 700);
    assert.ok(hub.links.json.kiosk);
    const health = await (await hub.browser().fetch('/api/health')).json();
    assert.equal(health.status, 'mind');
    assert.deepEqual(
      health.troubles.map(({ code }: { code: string }) => code),
      ['config-fallback'],
    );
    const [broken, wrong] = health.config;
    assert.equal(broken.file, 'dining-hall.json');
    assert.match(broken.remedy, /not well-formed JSON/);
    assert.deepEqual([wrong.file, wrong.path], ['lobby-kiosk.json', '/distanceMm']);
    assert.match(wrong.remedy, /from 200 to 20000/);
    const shown = await hub.sync.read(id('sample'), (tx) => tx.list('staff', 'refusal'));
    assert.deepEqual(
      shown.map((one) => one.code),
      ['dining-hall.json', 'lobby-kiosk.json /distanceMm'],
      'staff see it too',
    );
    await hub.stop();
  });

  test('the same is printed at the start', async () => {
    const hub = await startHub({ dataDir, env: { LELING_CONFIG: configDir } });
    assert.match(
      hub.output,
      /kiosk-config\/lobby-kiosk\.json \/distanceMm: .*整数.*现在是 7 \/ write a whole number from 200/,
    );
    await hub.kill();
  });

  test('once it is mended, nobody is told any more', async () => {
    await cp(join(root, 'kiosk-config'), configDir, { recursive: true });
    const hub = await testHub({ configDir, dataDir });
    assert.deepEqual(await hub.sync.read(id('sample'), (tx) => tx.list('staff', 'refusal')), []);
    assert.equal((await (await hub.browser().fetch('/api/health')).json()).status, 'ok');
    await hub.stop();
  });

  test('a first start without a centre cannot be, and says why', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'leling-empty-'));
    const ended = await runHub([], { PORT: '0', LELING_DATA: join(empty, 'data'), LELING_CONFIG: empty });
    assert.equal(ended.code, 1);
    assert.match(ended.output, /centre\.json: 读不了这个文件.*the file cannot be read/);
    await rm(empty, { recursive: true });
  });

  test('two files of one device: the second is told to take an id of its own', async () => {
    const twice = await mkdtemp(join(tmpdir(), 'leling-twice-'));
    await cp(join(root, 'kiosk-config'), twice, { recursive: true });
    await cp(join(twice, 'lobby-kiosk.json'), join(twice, 'lobby-kiosk-2.json'));
    const { troubles, devices } = await loadConfig(twice);
    assert.equal(troubles[0]?.path, '/id');
    assert.equal(devices.size, 3);
    await rm(twice, { recursive: true });
  });

  test('the files that come with the project are right', async () => {
    assert.deepEqual((await loadConfig(join(root, 'kiosk-config'))).troubles, []);
  });
});
