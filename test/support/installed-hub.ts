import { spawn, type ChildProcess } from 'node:child_process';
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
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownPort } from './own-port.ts';

const setup = fileURLToPath(new URL('../../src/setup/', import.meta.url));

/**
 * A small hub that keeps its data in one file, with a schema; `how` it is ill. A `slow` one is not well before there is a
 * file `go`; one that comes up `once` is slow, and fails from the second time on; a `late` one is well when it has been asked
 * for some seconds.
 */
const fakeHub = (schema: number, how: string): string => `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  const once = join(dataDir, 'came-up');
  if (${JSON.stringify(how)} === 'once') {
    if (existsSync(once)) { console.error('a bug'); return 1; }
    writeFileSync(once, '');
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(dataDir, 'hub.pid'), String(process.pid));
  let asked = 0;
  createServer((request, response) => {
    if (${JSON.stringify(how)} === 'hangs') return;
    asked += 1;
    const isWell = ${JSON.stringify(how)} === 'late' ? asked > 12 : !/slow|once/.test(${JSON.stringify(how)}) || existsSync(join(dataDir, 'go'));
    response.statusCode = !isWell ? 503 : request.url.startsWith('/sync') ? 401 : 200;
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

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A release, whole; its build fails where it is told to. */
function release(folder: string, version: string, { schema = 1, how = 'well', prepare = '' } = {}): string {
  writeFiles(folder, {
    'package.json': JSON.stringify({
      name: 'leling-screens',
      version,
      type: 'module',
      optionalDependencies: {},
    }),
    'package-lock.json': '{}',
    'src/setup/prepare.mjs': prepare,
    'src/setup/start.mjs': fakeHub(schema, how),
    'src/setup/command.mjs': fakeCommand,
  });
  for (const file of ['update.mjs', 'run.mjs', 'paths.mjs', 'update'])
    cpSync(join(setup, file), join(folder, 'src', 'setup', file), { recursive: true });
  return folder;
}

/**
 * A release that hangs is given up after so many seconds: long enough that it is on the data by then, which a busy machine takes
 * some seconds for; it is asked for five at a time.
 */
export const HANGS_S = '15';

/** A small hub that was installed in a folder of its own, with its data, the updater, and releases to try it with. */
export class InstalledHub {
  readonly dir = mkdtempSync(join(tmpdir(), 'leling-update-'));
  readonly home = release(mkdtempSync(join(this.dir, 'home-')), '1.0.0');
  readonly dataDir = join(this.home, 'data');
  /** A release that has not come up by then is given up. */
  withinS = '60';
  /** Further environment of what is run. */
  more: NodeJS.ProcessEnv = {};
  readonly #port: number;
  readonly #running: ChildProcess[] = [];

  private constructor(port: number) {
    this.#port = port;
    writeFiles(this.dataDir, { 'db.json': JSON.stringify({ schema: 1, members: 320 }) });
  }

  /** What was installed first is ill in some way. */
  isIll(how: string): void {
    writeFiles(this.home, { 'src/setup/start.mjs': fakeHub(1, how) });
  }

  static async make(): Promise<InstalledHub> {
    return new InstalledHub(await ownPort());
  }

  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LELING_HOME: undefined,
      LELING_CONFIG: undefined,
      LELING_DATA: this.dataDir,
      PORT: String(this.#port),
      LELING_UPDATE_WITHIN_S: this.withinS,
      ...this.more,
    };
  }

  /** Where the hub listens. */
  get port(): number {
    return this.#port;
  }

  /** Runs one of its commands, perhaps as another account, as a group of processes such as a terminal has. */
  node(file: string, args: readonly string[] = [], uid?: number): ChildProcess {
    const child = spawn(process.execPath, [join(this.home, 'src', 'setup', file), ...args], {
      cwd: this.home,
      env: this.env,
      detached: true,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.#running.push(child);
    return child;
  }

  /** Starts it, and waits till it answers. */
  async comesUp(): Promise<ChildProcess> {
    const hub = this.node('start.mjs');
    while ((await this.answering()) === null) await wait(50);
    return hub;
  }

  async update(source: string): Promise<{ code: number | null; said: string }> {
    const child = this.node('update.mjs', [source]);
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    await once(child, 'close');
    return { code: child.exitCode, said };
  }

  /**
   * The version that answers; null only where nobody listens. Whoever listens is waited for, however slow the machine is; one
   * that ends meanwhile is asked after anew.
   */
  async answering(): Promise<string | null> {
    while (await this.#listens()) {
      const answer = await askOnce(`http://localhost:${this.#port}/api/health`);
      if (answer !== null) return JSON.parse(answer).version;
      await wait(20);
    }
    return null;
  }

  async #listens(): Promise<boolean> {
    const socket = connect(this.#port, 'localhost');
    return once(socket, 'connect')
      .then(() => true)
      .catch(() => false)
      .finally(() => socket.destroy());
  }

  /** An update whose new release is on the data, and not judged yet. */
  async onTrial(source: string): Promise<ChildProcess> {
    const child = this.node('update.mjs', [source]);
    while (this.hubPid === null) {
      if (child.exitCode !== null)
        throw new Error(`the update ended before its trial, with ${child.exitCode}`);
      await wait(20);
    }
    return child;
  }

  /** What the hub on the data, or the last there was, has noted as its process; null before the first. */
  get hubPid(): number | null {
    const note = join(this.dataDir, 'hub.pid');
    const text = existsSync(note) ? readFileSync(note, 'utf8') : '';
    return text === '' ? null : Number(text);
  }

  /** What is written down of an update under way. */
  get intent(): string {
    return join(this.home, 'releases', 'update.json');
  }

  /** The power goes while an update has a release on trial: neither of the two has another moment. */
  async powerGoes(update: ChildProcess): Promise<void> {
    const gone = once(update, 'exit');
    update.kill('SIGKILL');
    await gone;
    this.#endHub();
  }

  /** The version that a plain start brings up; it is stopped again. */
  async starts(uid?: number): Promise<string | null> {
    const hub = this.node('start.mjs', [], uid);
    let version: string | null = null;
    while (version === null && hub.exitCode === null && hub.signalCode === null) {
      // A release that is tried answers too; what was intended is crossed out after that, so that is looked at before asking.
      if (!existsSync(this.intent)) version = await this.answering();
      await wait(50);
    }
    const gone = once(hub, 'close');
    if (hub.exitCode === null) {
      hub.kill('SIGTERM');
      await gone;
    }
    return version;
  }

  get database(): { schema: number; members: number } {
    return JSON.parse(readFileSync(join(this.dataDir, 'db.json'), 'utf8'));
  }

  /** A release, whole; its build fails where it is told to. */
  another(version: string, more = {}): string {
    return release(mkdtempSync(join(this.dir, 'new-')), version, more);
  }

  /** The releases that are kept, and what an update has left half made. */
  get kept(): string[] {
    return readdirSync(join(this.home, 'releases')).filter((name) => /^(\d|incoming)/.test(name));
  }

  async dispose(): Promise<void> {
    for (const child of this.#running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    }
    this.#endHub();
    // What was ended may have a last file under its hands.
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  /** One that nobody has any more. */
  #endHub(): void {
    const pid = this.hubPid;
    try {
      if (pid !== null && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.dir))
        process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** What a hub says, whatever its status; null where the connection ended before it had. */
function askOnce(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    // A connection of its own: one that was kept may be of a hub that is no more.
    const request = get(address, { agent: false }, (answer) => {
      let body = '';
      answer.on('data', (data) => (body += data));
      answer.on('end', () => resolve(body));
      answer.on('error', () => resolve(null));
    });
    request.on('error', () => resolve(null));
  });
}
