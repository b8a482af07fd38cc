import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linuxFiles } from './kiosk-box.ts';

/** What an installer asks of systemd and of the accounts; each writes down that it was asked. */
const FAKES: Readonly<Record<string, string>> = {
  useradd: '',
  chown: '',
  'apt-get': '[ ! -e noNetwork ]',
  journalctl: '',
  // The service's account is that of nobody: it gets no further than any other.
  runuser: 'shift 3; exec /usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups "$@"',
  systemctl: `
case "$*" in
  restart*) echo active > state; eval "$(cat onRestart 2>/dev/null)" ;;
  is-active*) cat state ;;
  is-failed*) echo . >> looks; [ $(wc -l < looks) -lt 2 ] || echo failed ;;
  *MainPID*) [ -e flaps ] && echo . >> pids; wc -l < pids ;;
  *Environment*) cat environment ;;
esac`,
};

const programs = ['unshare', 'setpriv'];
export const noHubBox =
  process.getuid?.() !== 0
    ? 'needs root'
    : programs.every((name) => existsSync(`/usr/bin/${name}`)) &&
        spawnSync('unshare', ['--mount', '--propagation', 'private', 'true']).status === 0
      ? false
      : 'needs a mount namespace of its own';

/**
 * A Debian box on which the hub is to be installed: its own /opt, /root, /var/lib and systemd's units, laid over this
 * machine's for the installer alone.
 */
export class HubBox {
  readonly dir = mkdtempSync(join(tmpdir(), 'leling-hub-box-'));
  readonly #bin = join(this.dir, 'bin');

  constructor() {
    chmodSync(this.dir, 0o755);
    for (const name of ['opt', 'root', 'lib', 'units', 'bin']) mkdirSync(join(this.dir, name));
    chmodSync(join(this.dir, 'root'), 0o700);
    for (const [name, body] of Object.entries(FAKES)) {
      const file = join(this.#bin, name);
      writeFileSync(file, `#!/bin/sh\ncd "${this.#bin}"; echo "${name} $*" >> asked\n${body}\n`);
      chmodSync(file, 0o755);
    }
    this.says('environment', '');
    this.says('state', 'inactive\n');
    this.says('asked', '');
    this.says('pids', '');
    this.product('opt/leling-screens');
  }

  /** A copy of the product, or of what the installer wants of it. */
  product(folder: string): void {
    cpSync(linuxFiles, join(this.dir, folder, 'kiosk-config/linux'), { recursive: true });
    this.write(`${folder}/src/setup/start.mjs`);
    this.write(`${folder}/package-lock.json`);
  }

  write(file: string, text = ''): void {
    mkdirSync(join(this.dir, file, '..'), { recursive: true });
    writeFileSync(join(this.dir, file), text);
  }

  /** What systemd answers, by the file it is read from. */
  says(name: string, text: string): void {
    writeFileSync(join(this.#bin, name), text);
  }

  /** What was asked of systemd and of the accounts; questions aside. */
  get asked(): readonly string[] {
    return readFileSync(join(this.#bin, 'asked'), 'utf8')
      .split('\n')
      .filter((line) => /^(useradd|chown|apt-get|systemctl (enable|restart))/.test(line));
  }

  get hasUnit(): boolean {
    return existsSync(join(this.dir, 'units/leling-hub.service'));
  }

  /** Runs the installer that lies in a folder of the box. */
  install(
    port: number,
    { folder = '/opt/leling-screens', path = '', without = '' } = {},
  ): { status: number | null; said: string } {
    const laid = ['opt:/opt', 'root:/root', 'lib:/var/lib', 'units:/etc/systemd/system'].map((one) => {
      const [from = '', to = ''] = one.split(':');
      return `mount --bind ${join(this.dir, from)} ${to}`;
    });
    // A program of this machine's that the box is not to have.
    if (existsSync(without)) laid.push(`mount --bind /dev/null ${without}`);
    const run = `exec sh ${folder}/kiosk-config/linux/leling-install-hub ${port}`;
    const PATH = [path, this.#bin, process.env['PATH']].filter((one) => one !== '').join(':');
    const { status, error, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', '--propagation', 'private', 'sh', '-ec', [...laid, run].join('\n')],
      { env: { ...process.env, PATH, LELING_INTO: '' }, encoding: 'utf8', timeout: 100_000 },
    );
    if (error !== undefined)
      throw new Error(`the installer did not finish: ${stdout + stderr}`, { cause: error });
    return { status, said: stdout + stderr };
  }

  /** Ends what the service's start has brought up, and removes it all. */
  remove(): void {
    const started = join(this.#bin, 'started');
    if (existsSync(started)) ended(Number(readFileSync(started, 'utf8')));
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function ended(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It has ended by itself.
  }
}
