import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LinksJson } from '../../src/hub/start-links.ts';
import { NOBODY } from '../../src/hub/speech/voice.ts';
import { hubProgram } from '../../src/setup/hub-build.mjs';
import { hubEnvironment, hubFlags } from '../../src/setup/paths.mjs';
import { briefApp, leanApp } from './lean-app.ts';
import { ownPort } from './own-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const HUB = 'src/hub/main.ts';

export interface HubOptions {
  /** One that no other test has, if none is given: it is the hub's also while it is down. */
  readonly port?: number;
  /** A folder of its own, removed by `dispose`, unless one is given. */
  readonly dataDir?: string;
  /**
   * Further environment: LELING_APP, LELING_CONFIG, DATABASE_URL … Unless it names a voice nobody speaks: each kiosk would have
   * a thousand sentences made ready, which takes more of a processor than all else on it. Unless it names an app it serves the
   * lean one.
   */
  readonly env?: Readonly<Record<string, string>>;
  /** It never goes away while a page is looked at, so that no device needs the whole app: it serves the brief one. */
  readonly stays?: boolean;
  /** How many files and connections it may have open. */
  readonly descriptors?: number;
  /** The checkout whose hub it is; this one. */
  readonly root?: string;
}

/** How a process ended, with what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A port that a hub had, and that something else was given when it was gone, is free again by then. */
const PORT_FREE_WITHIN_MS = 60_000;

/** A real hub in a process of its own, which a test may kill, stop in its tracks and start again. */
export class HubProcess {
  readonly dataDir: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #ownsData: boolean;
  readonly #root: string;
  readonly #descriptors: number | undefined;
  readonly #stays: boolean;
  readonly #port: number;
  #child: ChildProcess | undefined;
  #output = '';
  #links: LinksJson | undefined;

  private constructor(dataDir: string, port: number, options: HubOptions) {
    this.#port = port;
    this.dataDir = dataDir;
    this.#ownsData = options.dataDir === undefined;
    this.#env = options.env ?? {};
    this.#root = options.root ?? root;
    this.#descriptors = options.descriptors;
    this.#stays = options.stays ?? false;
  }

  static async start(options: HubOptions = {}): Promise<HubProcess> {
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'leling-hub-')));
    const hub = new HubProcess(dataDir, options.port ?? (await ownPort()), options);
    await hub.#start();
    return hub;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `${'TLS_CERT' in this.#env ? 'https' : 'http'}://localhost:${this.#port}`;
  }

  /** The newest start's one-time links. */
  get links(): LinksJson {
    if (this.#links === undefined) throw new Error('the hub is not running');
    return this.#links;
  }

  /** What it has printed since its newest start. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    const { pid } = this.#running();
    if (pid === undefined) throw new Error('the hub is not running');
    return pid;
  }

  /** Hangs it: it keeps its port and answers nothing, till `resume`. */
  pause(): void {
    this.#running().kill('SIGSTOP');
  }

  resume(): void {
    this.#running().kill('SIGCONT');
  }

  /** Ends it, by default cleanly, and waits till it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    const child = this.#running();
    const gone = once(child, 'close');
    child.kill(signal);
    // A hub that hangs does not hear.
    if (signal !== 'SIGKILL') child.kill('SIGCONT');
    await gone;
    this.#child = undefined;
    return { code: child.exitCode, signal: child.signalCode, output: this.#output };
  }

  /** Starts it again on the same port and data. */
  async restart(): Promise<void> {
    if (this.#child !== undefined) await this.kill();
    await this.#start();
  }

  /** Ends it, however it is, and removes a data folder that was made for it. */
  async dispose(): Promise<void> {
    if (this.#child !== undefined) await this.kill('SIGKILL');
    // What it had started may still be ending.
    if (this.#ownsData)
      await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  /** Another checkout's hub has its own. */
  #app(): Readonly<Record<string, string>> {
    if (this.#root !== root) return {};
    return { LELING_APP: this.#stays ? briefApp() : leanApp() };
  }

  async #start(giveUpAt = Date.now() + PORT_FREE_WITHIN_MS): Promise<void> {
    const linksFile = join(this.dataDir, 'links.json');
    await rm(linksFile, { force: true });
    const env = {
      PORT: String(this.#port),
      LELING_DATA: this.dataDir,
      LELING_VOICE: NOBODY,
      ...this.#app(),
      ...this.#env,
    };
    const child = spawnProgram(HUB, ['--links-json', linksFile], env, {
      home: this.#root,
      descriptors: this.#descriptors,
    });
    this.#child = child;
    this.#output = '';
    child.stdout?.on('data', (data: Buffer) => (this.#output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (this.#output += data.toString()));
    const ended = once(child, 'close').then(() => {
      if (this.#child === child) this.#child = undefined;
      return 'ended' as const;
    });
    // The greeting is printed once it listens and the links are written.
    const greeted = new Promise<'greeted'>((resolve) => {
      child.stdout?.on('data', () => {
        if (this.#output.includes('/link/')) resolve('greeted');
      });
    });
    if ((await Promise.race([ended, greeted])) === 'ended') {
      if (!/Port \d+ is in use/.test(this.#output))
        throw new Error(`the hub did not start:\n${this.#output}`);
      // Whoever on this machine has been given the port meanwhile lets it go again.
      if (Date.now() > giveUpAt)
        throw new Error(`not within ${PORT_FREE_WITHIN_MS / 1000} s: port ${this.#port} is free`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return this.#start(giveUpAt);
    }
    const links: LinksJson = JSON.parse(await readFile(linksFile, 'utf8'));
    this.#links = links;
  }

  #running(): ChildProcess {
    if (this.#child === undefined) throw new Error('the hub is not running');
    return this.#child;
  }
}

/** Starts a real hub in a process of its own. */
export const startHub = (options: HubOptions = {}): Promise<HubProcess> => HubProcess.start(options);

/** A program that has not ended by then never will, and must not outlive its test. */
const ENDS_WITHIN_MS = 120_000;

/** Runs a hub that is expected to end by itself, and says how it did. */
export const runHub = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
  runProgram(HUB, args, env);

/** Runs one of the project's programs to its end, and says how it went. */
export async function runProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawnProgram(file, args, env);
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  let isCut = false;
  const cut = setTimeout(() => (isCut = child.kill('SIGKILL')), ENDS_WITHIN_MS);
  await once(child, 'close');
  clearTimeout(cut);
  if (isCut) throw new Error(`it did not end, not within ${ENDS_WITHIN_MS / 1000} s: ${output}`);
  return { code: child.exitCode, signal: child.signalCode, output };
}

let builtHub: readonly string[] | undefined;

/** What Node runs: of this checkout's hub what `npm start` would run, of another's the sources. */
function nodeRuns(file: string, home: string): readonly string[] {
  if (file !== HUB) return [join(home, file)];
  return home === root ? (builtHub ??= hubProgram()) : [...hubFlags, join(home, file)];
}

/** As `npm start` does; a start after the first finds its code compiled. */
function spawnProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { home = root, descriptors }: { readonly home?: string; readonly descriptors?: number | undefined } = {},
): ChildProcess {
  const program = [process.execPath, ...nodeRuns(file, home), ...args];
  const limited = ['sh', '-c', `ulimit -n ${descriptors}; exec "$0" "$@"`, ...program];
  const [command = '', ...rest] = descriptors === undefined ? program : limited;
  return spawn(command, rest, {
    cwd: home,
    env: {
      ...(file === HUB ? hubEnvironment : {}),
      NODE_COMPILE_CACHE: join(home, '.cache', 'compile'),
      ...process.env,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
