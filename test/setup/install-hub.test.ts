import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HubBox, noHubBox } from '../support/hub-box.ts';
import { ownPort } from '../support/own-port.ts';

/** A hub that somebody has started by hand: it says who it is. */
const HUB = `
const [id, port] = process.argv.slice(1);
require('http').createServer((_, answer) => answer.end(JSON.stringify({ hub: id }))).listen(Number(port), '127.0.0.1', () => console.log('up'));
setTimeout(() => process.exit(), 300000);`;

describe('the hub, made a service', { skip: noHubBox, timeout: 600_000 }, () => {
  let box: HubBox;
  let port: number;
  let other: ChildProcess | undefined;
  beforeEach(async () => {
    box = new HubBox();
    port = await ownPort();
  });
  afterEach(async () => {
    if (other?.exitCode === null) {
      const gone = once(other, 'exit');
      other.kill();
      await gone;
    }
    other = undefined;
    box.remove();
  });

  const isLeftAlone = (): void => {
    assert.deepEqual(box.asked, []);
    assert.equal(box.hasUnit, false);
  };
  /** What the service's start brings up: a hub with this id, that listens by then. The installer looks for it twice. */
  const startBrings = (id: string): void => {
    box.write('hub.js', HUB);
    box.says(
      'onRestart',
      `node -e "$(cat ../hub.js)" ${id} ${port} > up 2>/dev/null & echo $! > started; until [ -s up ]; do sleep 0.05; done`,
    );
  };

  test('a centre that was started by hand is not left behind for an empty one', () => {
    box.write('opt/leling-screens/data/hub.sqlite', 'a year of check-ins');
    const { status, said } = box.install(port);
    assert.equal(status, 2, said);
    assert.match(
      said,
      /mv -T \/opt\/leling-screens\/data \/var\/lib\/leling && sh \S+leling-install-hub \d+\n/,
    );
    isLeftAlone();
    // Of two it does not choose.
    box.write('lib/leling/hub.sqlite', 'a sample');
    assert.match(box.install(port).said, /There are two centres' data/);
    isLeftAlone();
  });

  test('data that the unit itself names is where it is to be', () => {
    box.write('opt/leling-screens/data/hub.sqlite');
    box.says('environment', 'PORT=1 LELING_DATA=/opt/leling-screens/data');
    startBrings('ours');
    box.write('opt/leling-screens/data/hub-id', 'ours\n');
    const { status, said } = box.install(port);
    assert.equal(status, 0, said);
  });

  test('while another hub has the port nothing is installed: that one would go on answering', async () => {
    other = spawn(process.execPath, ['-e', HUB, 'by-hand', String(port)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (other.stdout !== null) await once(other.stdout, 'data');
    const { status, said } = box.install(port);
    assert.equal(status, 2, said);
    assert.match(said, new RegExp(`Port ${port} is in use`));
    isLeftAlone();
  });

  test('an answer of another hub is not taken for done', () => {
    startBrings('by-hand');
    box.write('lib/leling/hub-id', 'ours\n');
    const { status, said } = box.install(port);
    assert.equal(status, 1, said);
    assert.doesNotMatch(said, /Done/);
  });

  test('nor is a service that ends and is started over and over', () => {
    startBrings('ours');
    box.write('lib/leling/hub-id', 'ours\n');
    box.says('flaps', '');
    const { status, said } = box.install(port);
    assert.equal(status, 1, said);
    assert.doesNotMatch(said, /Done/);
  });

  test('it gives the account its folder and the data, and says done once the service itself answers', () => {
    startBrings('ours');
    box.write('lib/leling/hub-id', 'ours\n');
    const { status, said } = box.install(port);
    assert.equal(status, 0, said);
    assert.match(said, /Done/);
    assert.deepEqual(
      box.asked.filter((line) => line.startsWith('chown')),
      ['chown -R leling: /opt/leling-screens', 'chown -R leling: /var/lib/leling'],
    );
  });

  for (const [network, voice] of [
    ['a network', /^(?![^]*could not be installed)/],
    ['none', /espeak-ng, which reads aloud, could not be installed/],
  ] as const)
    test(`it asks for the voice that reads aloud, and is done with ${network}`, () => {
      startBrings('ours');
      box.write('lib/leling/hub-id', 'ours\n');
      if (network === 'none') box.says('noNetwork', '');
      const { status, said } = box.install(port, { without: '/usr/bin/espeak-ng' });
      assert.equal(status, 0, said);
      assert.ok(box.asked.includes('apt-get install -y espeak-ng'));
      assert.match(said, /Done/);
      assert.match(said, voice);
    });

  test('a copy of kiosk-config alone gives nothing away that lies above it', () => {
    for (const above of ['opt', 'root']) {
      rmSync(join(box.dir, above), { recursive: true });
      box.product(above);
      rmSync(join(box.dir, above, 'src'), { recursive: true });
      const { status, said } = box.install(port, { folder: `/${above}` });
      assert.equal(status, 2, said);
      assert.match(said, /There is no whole Leling Screens in/);
      isLeftAlone();
    }
    // Nor does a whole product that was unpacked right into such a folder.
    box.product('root');
    assert.equal(box.install(port, { folder: '/root' }).status, 2);
    isLeftAlone();
  });

  test('a Node that only root can get at is told, and not started over and over', () => {
    box.write('root/.nvm/bin/npm');
    copyFileSync(process.execPath, join(box.dir, 'root/.nvm/bin/node'));
    for (const name of ['node', 'npm']) chmodSync(join(box.dir, 'root/.nvm/bin', name), 0o755);
    const { status, said } = box.install(port, { path: '/root/.nvm/bin' });
    assert.equal(status, 2, said);
    assert.match(said, /leling cannot get at \/root\/\.nvm\/bin\/node/);
    assert.equal(box.hasUnit, false);
  });
});
