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
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownPort } from './own-port.ts';

const setup = fileURLToPath(new URL('../../src/setup/', import.meta.url));

/**
 * A small hub that keeps its data in one file, with a schema; `how` it is ill. A `slow` one is not well before there is a
 * file `go`; one that comes up `once` is slow, and fails from the second time on.
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
  createServer((request, response) => {
    if (${JSON.stringify(how)} === 'hangs') return;
    const isWell = !/slow|once/.test(${JSON.stringify(how)}) || existsSync(join(dataDir, 'go'));
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

/** A small hub that was installed in a folder of its own, with its data, the updater, and releases to try it with. */
export class InstalledHub {
  readonly dir = mkdtempSync(join(tmpdir(), 'leling-update-'));
  readonly home = release(mkdtempSync(join(this.dir, 'home-')), '1.0.0');
  readonly dataDir = join(this.home, 'data');
  /** A release that hangs is given up after this; the others come up long before. */
  withinS = '60';
  /** Further environment of what is run. */
  more: NodeJS.ProcessEnv = {};
  readonly #port: number;
  readonly #running: ChildProcess[] = [];

  private constructor(port: number) {
    this.#port = port;
    writeFiles(this.dataDir, { 'db.json': JSON.stringify({ schema: 1, members: 320 }) });
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

  /** The version that answers now. */
  async answering(): Promise<string | null> {
    try {
      const address = `http://localhost:${this.#port}/api/health`;
      return (await (await fetch(address, { signal: AbortSignal.timeout(500) })).json()).version;
    } catch {
      return null;
    }
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

  /** The version that a plain start brings up; it is stopped again. */
  async starts(uid?: number): Promise<string | null> {
    const hub = this.node('start.mjs', [], uid);
    let version: string | null = null;
    // The release before answers while it is tried; what was intended is crossed out after that.
    while ((version === null || existsSync(this.intent)) && hub.exitCode === null) {
      version = await this.answering();
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
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** One that nobody has any more. */
  #endHub(): void {
    const words = `/proc/${this.hubPid ?? 0}/cmdline`;
    if (this.hubPid !== null && existsSync(words) && readFileSync(words, 'utf8').includes(this.dir))
      process.kill(this.hubPid, 'SIGKILL');
  }
}
