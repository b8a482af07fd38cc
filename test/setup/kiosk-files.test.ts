import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { installInto, linuxFiles } from '../support/kiosk-box.ts';

const units = ['leling-hub.service', 'leling-kiosk.service'];
const noSystemd = !existsSync('/usr/bin/systemd-analyze') && 'needs systemd-analyze';
const noPython = !existsSync('/usr/bin/python3') && 'needs python3';

describe('the files that make a Linux box a kiosk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leling-files-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const installed = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const unit = (name: string): string => readFileSync(join(linuxFiles, name), 'utf8');

  for (const name of units) {
    it(`systemd finds nothing wrong with ${name}`, { skip: noSystemd }, () => {
      const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', join(linuxFiles, name)], {
        encoding: 'utf8',
      });
      // A machine that builds has no such kiosk installed; that its program is missing is no fault of the unit's.
      const said = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(name));
      assert.deepEqual(
        said.filter((line) => !line.includes('is not executable: No such file or directory')),
        [],
      );
    });

    it(`${name} waits for no network, and is started again however often it ends`, () => {
      assert.doesNotMatch(unit(name), /network-online|network\.target/);
      assert.match(unit(name), /^Restart=always$/m);
      assert.match(unit(name), /^StartLimitIntervalSec=0$/m);
    });
  }

  it('the glass waits for no hub, switches to no other console, and is watched', () => {
    const kiosk = unit('leling-kiosk.service');
    assert.doesNotMatch(kiosk, /leling-hub/);
    assert.match(kiosk, /^ExecStart=\/usr\/local\/lib\/leling\/leling-glass$/m);
    assert.match(kiosk, /^WatchdogSec=/m);
    assert.match(unit('logind.conf'), /^NAutoVTs=0$/m);
  });

  it('are installed for the hub that is named, and for another one later', () => {
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk');
    installInto(folder, 'https://hub.example', 'screen');
    const policy = installed('etc/chromium/policies/managed/leling.json');
    assert.deepEqual(JSON.parse(policy).URLAllowlist, [
      'https://hub.example/kiosk',
      'https://hub.example/screen',
      'https://hub.example/self-check',
    ]);
    assert.doesNotMatch(policy, /192\.168|10\.0\.0\.7/);
    assert.match(
      installed('etc/leling/kiosk.env'),
      /^LELING_HUB=https:\/\/hub\.example\nLELING_FACE=|^LELING_FACE=screen$/m,
    );
  });

  it('print only where the box has been told of a printer, and then without a question', () => {
    const printing = (): unknown => {
      const { PrintingEnabled, URLAllowlist } = JSON.parse(
        installed('etc/chromium/policies/managed/leling.json'),
      );
      return { PrintingEnabled, page: URLAllowlist.includes('chrome://print') };
    };
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk');
    assert.deepEqual(printing(), { PrintingEnabled: false, page: false });
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk', 'print');
    assert.deepEqual(printing(), { PrintingEnabled: true, page: true });
    // The print page lays its sheet out by these two: without them it stands there and prints nothing.
    assert.match(installed('etc/chromium/policies/managed/leling.json'), /"chrome-untrusted:\/\/print"/);
    assert.match(installed('etc/chromium/policies/managed/leling.json'), /"chrome-extension:\/\/mhjf\w+"/);
    // An update of these files takes nothing back that was said.
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk');
    assert.deepEqual(printing(), { PrintingEnabled: true, page: true });
    assert.match(installed('etc/leling/kiosk.env'), /^LELING_PRINT=yes$/m);
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk', 'no-print');
    assert.deepEqual(printing(), { PrintingEnabled: false, page: false });
  });

  it('turn the touch with the picture, and both back again', () => {
    const rule = 'etc/udev/rules.d/70-leling-glass.rules';
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk', 'turn-90');
    assert.match(installed(rule), /LIBINPUT_CALIBRATION_MATRIX}="0 -1 1 1 0 0"/);
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk');
    assert.match(installed('etc/leling/kiosk.env'), /^LELING_TURN=90$/m);
    assert.ok(existsSync(join(folder, rule)));
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk', 'turn-0');
    assert.ok(!existsSync(join(folder, rule)));
  });

  it('take up a box that was installed before they knew of printers', () => {
    const file = join(folder, 'etc/leling/kiosk.env');
    writeFileSync(file, 'LELING_HUB=http://old\nLELING_FACE=kiosk\nLELING_PATIENCE=20\n');
    installInto(folder, 'http://10.0.0.7:8080', 'kiosk', 'print', 'turn-270');
    assert.deepEqual(readFileSync(file, 'utf8').split('\n'), [
      ...['LELING_HUB=http://10.0.0.7:8080', 'LELING_FACE=kiosk', 'LELING_PATIENCE=20'],
      ...['LELING_PRINT=yes', 'LELING_TURN=270', ''],
    ]);
  });

  for (const [cage, help, flags] of [
    ['turns the picture', ' -r\t Rotate the output', '-r -r -r -- '],
    ['cannot turn the picture', ' -s\t Allow VT switching', '-- '],
  ] as const)
    it(`start a cage that ${cage}: a flag it does not know would leave the glass black`, () => {
      installInto(folder, 'http://10.0.0.7:8080', 'kiosk');
      const bin = mkdtempSync(join(folder, 'bin-'));
      writeFileSync(join(bin, 'cage'), `#!/bin/sh\n[ "$1" = -h ] && echo '${help}' >&2 || echo "$@"\n`);
      chmodSync(join(bin, 'cage'), 0o755);
      const { stdout, stderr } = spawnSync(join(folder, 'usr/local/lib/leling/leling-glass'), {
        env: { PATH: `${bin}:${process.env['PATH']}`, LELING_TURN: '270' },
        encoding: 'utf8',
      });
      assert.equal(stdout, `${flags}${folder}/usr/local/lib/leling/leling-kiosk\n`, stderr);
    });

  it('are not installed for an address that is none', () => {
    for (const [hub, face, ...more] of [
      ['192.168.1.10', 'kiosk'],
      ['http://hub/', 'kiosk'],
      ["http://hub'; reboot", 'kiosk'],
      ['http://hub', 'staff'],
      ['http://hub', 'kiosk', 'turn-45'],
    ] as const)
      assert.throws(() => installInto(folder, hub, face, ...more), /Say where the hub is/);
  });
});

describe('the file that makes a Linux box the hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leling-hub-box-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const install = (...args: readonly string[]): { status: number | null; stderr: string } =>
    spawnSync('sh', [join(linuxFiles, 'leling-install-hub'), ...args], {
      env: { ...process.env, LELING_INTO: folder },
      encoding: 'utf8',
    });
  const lines = (): readonly string[] =>
    readFileSync(join(folder, 'etc/systemd/system/leling-hub.service'), 'utf8').split('\n');

  it('names this folder and the port, and keeps the port when it is run again', () => {
    assert.equal(install('8090').status, 0);
    assert.ok(lines().includes(`WorkingDirectory=${resolve(linuxFiles, '../..')}`));
    assert.ok(lines().includes('Environment=PORT=8090'));
    assert.ok(lines().some((line) => /^ExecStart=\/\S+\/node src\/setup\/start\.mjs$/.test(line)));
    assert.equal(install().status, 0);
    assert.ok(lines().includes('Environment=PORT=8090'));
  });

  it('says which port it wants, for one that is none', () => {
    for (const port of ['80 80', 'http://hub', '808080'])
      assert.match(install(port).stderr, /The port is a number such as 8080/);
  });

  it('another account that can build nothing there is told how, and is not started over and over', (t) => {
    if (process.getuid?.() !== 0) return t.skip('needs root, to be another');
    const checkout = mkdtempSync(join(folder, 'checkout-'));
    for (const path of [folder, checkout]) chmodSync(path, 0o755);
    cpSync(resolve(linuxFiles, '../../src/setup'), join(checkout, 'src/setup'), { recursive: true });
    writeFileSync(join(checkout, 'package-lock.json'), '{}');
    cpSync(resolve(linuxFiles, '../../package.json'), join(checkout, 'package.json'));
    const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'src/setup/start.mjs')], {
      cwd: checkout,
      uid: 65_534,
      encoding: 'utf8',
    });
    assert.equal(status, 78, stderr);
    assert.match(stderr, /may not write to .*\n.*leling-install-hub/);
  });
});

/** Runs lines of Python with the supervisor's own parts at hand. */
function supervisor(lines: string): unknown {
  const program = `
import importlib.machinery, importlib.util, json
loader = importlib.machinery.SourceFileLoader('supervisor', ${JSON.stringify(join(linuxFiles, 'leling-supervisor'))})
import sys; sys.dont_write_bytecode = True
module = importlib.util.module_from_spec(importlib.util.spec_from_loader('supervisor', loader))
loader.exec_module(module)
Ladder = module.Ladder
${lines}`;
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe('the supervisor that mends a hanging glass', { skip: noPython }, () => {
  it('tries the page twice and then starts the browser again', () => {
    const steps = supervisor(`
ladder = Ladder()
print(json.dumps([ladder.next(at) for at in (0, 20, 40, 60)]))`);
    assert.deepEqual(steps, ['page', 'page', 'browser', 'browser']);
  });

  it('begins anew once all was well for a minute', () => {
    const steps = supervisor(`
ladder = Ladder()
first = [ladder.next(0), ladder.next(20)]
for at in range(30, 100, 2): ladder.well(at)
print(json.dumps(first + [ladder.next(100)]))`);
    assert.deepEqual(steps, ['page', 'page', 'page']);
  });

  it('waits longer and longer where nothing helps, and never gives up', () => {
    const taken = supervisor(`
ladder = Ladder()
print(json.dumps([at for at in range(0, 4 * 3600, 10) if ladder.next(at) is not None]))`);
    assert.ok(Array.isArray(taken));
    const waits: number[] = taken.slice(1).map((at: number, index: number) => at - taken[index]);
    // Five at once, then half a minute, doubled up to ten minutes.
    assert.deepEqual(waits.slice(0, 10), [10, 10, 10, 10, 30, 60, 120, 240, 480, 600]);
    assert.ok(waits.slice(10).every((wait) => wait === 600));
  });

  it('may start the browser at once where the page alone cannot be helped', () => {
    assert.deepEqual(supervisor(`print(json.dumps(Ladder().next(0, 'browser')))`), 'browser');
  });

  it('leaves the page that prints alone for a while, and closes one that prints nothing', () => {
    const closes = (flag: string): unknown =>
      supervisor(`
class Fake:
    def __init__(self, command): self.closed = []
    def send(self, method, params=None, session=None):
        if method == 'Target.closeTarget': self.closed.append(params['targetId'])
module.Browser = Fake
module.say = lambda text: None
began = 1000.0
module.time.monotonic = lambda: began
one = module.Supervisor('http://hub/kiosk', ['--user-data-dir=/nowhere', '${flag}'])
one.browser = one.start()
one.page = one.target = 'face'
one.meet({'type': 'page', 'targetId': 'paper', 'url': 'chrome://print/'})
closed = []
for after in (1, 15, 25):
    one.answered = began + after
    one.judge(began + after)
    closed.append(list(one.browser.closed))
print(json.dumps(closed))`);
    assert.deepEqual(closes('--kiosk-printing'), [[], [], ['paper']]);
    assert.deepEqual(closes('--kiosk'), [['paper'], ['paper'], ['paper']]);
  });

  it('turns the lit glass that hangs otherwise, and again once it was off', () => {
    const bin = mkdtempSync(join(tmpdir(), 'leling-randr-'));
    try {
      const asked = join(bin, 'asked');
      const outputs = [
        ['HDMI-A-1 "Glass"', 'Enabled: yes', 'Transform: normal'],
        ['DP-1 "Turned"', 'Enabled: yes', 'Transform: 90'],
        ['DP-2 "Off"', 'Enabled: no'],
      ].map(([name, ...lines]) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
      writeFileSync(join(bin, 'said'), `${outputs.join('\n')}\n`);
      writeFileSync(
        join(bin, 'wlr-randr'),
        `#!/bin/sh\nif [ $# = 0 ]; then cat '${bin}/said'; else echo "$@" >> '${asked}'; fi\n`,
      );
      chmodSync(join(bin, 'wlr-randr'), 0o755);
      supervisor(`
import os
os.environ['PATH'] = ${JSON.stringify(bin)} + ':' + os.environ['PATH']
module.say = lambda text: None
for _ in range(2): module.turn_outputs('90')
print(0)`);
      const turned = '--output HDMI-A-1 --transform 90\n';
      assert.equal(readFileSync(asked, 'utf8'), turned.repeat(2));
    } finally {
      rmSync(bin, { recursive: true, force: true });
    }
  });
});
