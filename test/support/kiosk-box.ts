import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags } from '../../src/setup/browser.mjs';
import { until } from './until.ts';

export const linuxFiles = fileURLToPath(new URL('../../kiosk-config/linux/', import.meta.url));

/** Installs the kiosk's files into a folder, as `leling-install` does on a box. */
export function installInto(folder: string, hub: string, face: string, ...more: readonly string[]): void {
  const { status, stderr } = spawnSync('sh', [join(linuxFiles, 'leling-install'), hub, face, ...more], {
    env: { ...process.env, LELING_INTO: folder },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const programs = ['unshare', 'Xvfb', 'xdotool', 'python3'];

/** Why there can be no such box here. */
function reason(): string | false {
  if (process.getuid?.() !== 0 || !existsSync('/etc/chromium'))
    return 'needs root, and the Chromium that Debian packages';
  const lacking = programs.filter((name) => !existsSync(`/usr/bin/${name}`));
  if (lacking.length > 0) return `needs ${lacking.join(', ')}`;
  // Without mounts of its own it would lay its policies over this machine's.
  const own = spawnSync('unshare', ['--mount', '--propagation', 'private', 'true']);
  return own.status === 0 ? false : 'needs a mount namespace of its own';
}
export const noBox = reason();

/** How long this box's supervisor waits for a frame, s. A page that it mends only for the machine's sake is no test's. */
const PATIENCE_S = 20;

/**
 * A kiosk's box without its hardware: the installed files, started as cage starts them, on a display in memory. The
 * browser's policies lie over those of this machine for its own processes alone.
 */
export class KioskBox {
  readonly folder = mkdtempSync(join(tmpdir(), 'leling-box-'));
  readonly hub: string;
  #display: ChildProcess | undefined;
  #child: ChildProcess | undefined;
  #connected: Browser | undefined;
  displayName = '';
  /** What the supervisor and the browser have said. */
  output = '';

  /** `more`: what else is so of this box, as its installer is told. */
  constructor(hub: string, face: string, ...more: readonly string[]) {
    this.hub = hub;
    installInto(this.folder, hub, face, ...more);
    cpSync('/etc/chromium', join(this.folder, 'etc', 'chromium'), { recursive: true, force: false });
    // One-time links are for a desk; the test pairs by one all the same.
    const file = join(this.folder, 'etc/chromium/policies/managed/leling.json');
    const policy: { URLAllowlist: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    policy.URLAllowlist.push(`${hub}/link`);
    writeFileSync(file, JSON.stringify(policy));
  }

  /** What the service reads from the installed `kiosk.env`. */
  #settings(): Readonly<Record<string, string>> {
    const text = readFileSync(join(this.folder, 'etc/leling/kiosk.env'), 'utf8');
    return Object.fromEntries(
      [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
  }

  get profile(): string {
    return join(this.folder, 'state', 'leling-browser');
  }

  async start(): Promise<void> {
    const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#display = display;
    const [number] = await once(display.stdout, 'data');
    this.displayName = `:${String(number).trim()}`;
    const etc = join(this.folder, 'etc', 'chromium');
    const program = join(this.folder, 'usr/local/lib/leling/leling-kiosk');
    const child = spawn(
      'unshare',
      [
        '--mount',
        '--propagation',
        'private',
        'sh',
        '-c',
        `mount --bind '${etc}' /etc/chromium && exec '${program}'`,
      ],
      {
        env: {
          PATH: process.env['PATH'],
          HOME: this.folder,
          XDG_STATE_HOME: join(this.folder, 'state'),
          DISPLAY: this.displayName,
          ...this.#settings(),
          LELING_PATIENCE: String(PATIENCE_S),
          // The port is the test's own; the product has none.
          LELING_BROWSER_FLAGS: [
            ...chromiumFlags,
            '--ozone-platform=x11',
            '--window-position=0,0',
            '--window-size=1080,1920',
            '--remote-debugging-port=0',
          ].join(' '),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the box is off');
    return this.#child.pid;
  }

  /** What the supervisor did, in order. */
  get deeds(): readonly string[] {
    return [...this.output.matchAll(/^leling-supervisor: (.*)$/gm)].map(([, deed = '']) => deed);
  }

  /** Connects to the browser as it is now; a new run of it has a new port. */
  async page(): Promise<Page> {
    await this.disconnect();
    return until(async () => {
      const file = join(this.profile, 'DevToolsActivePort');
      const [port] = readFileSync(file, 'utf8').split('\n');
      this.#connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 });
      return this.#connected.contexts()[0]?.pages()[0];
    });
  }

  /** The face, once its first useful content is painted. */
  async face(): Promise<Page> {
    const page = await this.page();
    const isReady = (): boolean => performance.getEntriesByName('leling:ready').length > 0;
    await page.waitForFunction(isReady, null, { timeout: 15_000 });
    return page;
  }

  /** Pairs the box by a one-time link, and gives the face once it can start without the hub. */
  async pair(link: string | null): Promise<Page> {
    await until(async () => (await this.page()).url() === `${this.hub}/kiosk`);
    await (await this.page()).goto(link ?? '');
    const face = await until(() => this.face());
    await face.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    return face;
  }

  /** The face as it is once it knows that it was mended for this reason. */
  backAfter(why: string): Promise<Page> {
    return until(async () => {
      const face = await this.face();
      const healed = await face.evaluate(() => localStorage.getItem('leling:healed') ?? '');
      return healed.includes(`"${why}"`) && face;
    });
  }

  async disconnect(): Promise<void> {
    await this.#connected?.close().catch(() => undefined);
    this.#connected = undefined;
  }

  /** The browser's pages, each by its address. */
  pages(): readonly string[] {
    return (this.#connected?.contexts()[0]?.pages() ?? []).map((page) => page.url());
  }

  /** The windows on the display that have a name. */
  windows(): readonly string[] {
    const ids = this.xdotool('search', '--onlyvisible', '--name', '.+').split('\n').filter(Boolean);
    return ids.map((id) => this.xdotool('getwindowname', id));
  }

  xdotool(...words: readonly string[]): string {
    const env = { ...process.env, DISPLAY: this.displayName };
    return spawnSync('xdotool', words, { env, encoding: 'utf8' }).stdout.trim();
  }

  /** Processes of the box whose command holds these words. */
  processes(words = ''): readonly number[] {
    return descendants(this.pid).filter((pid) => commandOf(pid).includes(words));
  }

  async stop(): Promise<void> {
    await this.disconnect();
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
    }
    this.#child = undefined;
    this.#display?.kill();
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const commandOf = (pid: number): string =>
  existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    : '';

function descendants(pid: number): number[] {
  const found: number[] = [];
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
      if (Number(parent) === pid) found.push(Number(name), ...descendants(Number(name)));
    } catch {
      // It has just ended.
    }
  }
  return found;
}
