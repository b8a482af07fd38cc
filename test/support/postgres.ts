import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFile, chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownPort } from './own-port.ts';

const run = promisify(execFile);

/** A PostgreSQL of the tests' own: in a folder of its own, on a loopback port, gone afterwards. */
export interface PrivatePostgres {
  /** A fresh, empty database. */
  createDatabase(): Promise<string>;
  /** Stops the server as a power cut would. */
  crash(): Promise<void>;
  startAgain(): Promise<void>;
  /** Both, at once. */
  crashAndRestart(): Promise<void>;
  /** A standby that has every commit before it is acknowledged; stopped and removed with the server. */
  standby(): Promise<Standby>;
  /** Starts it as after a recovery from an archive: the same data, on a timeline of its own. */
  recover(): Promise<void>;
  stop(): Promise<void>;
}

export interface Standby {
  readonly port: number;
  /** It takes changes from now on, on a timeline of its own. */
  promote(): Promise<void>;
}

/**
 * Starts one from the machine's binaries, installed first when they are missing; throws with the reason when neither
 * can be. `synced` is for tests that cut its power; the others need not wait for the disk.
 */
export async function startPostgres({ synced = false } = {}): Promise<PrivatePostgres> {
  const bin = (await findBinaries()) ?? (await installBinaries());
  const account = await serverAccount();
  const home = await mkdtemp(join(tmpdir(), 'leling-pg-'));
  if (account !== null) await chown(home, account.uid, account.gid);
  const as = account === null ? {} : { uid: account.uid, gid: account.gid };
  const data = join(home, 'data');
  // No test cuts the machine's own power: what a new server is made of need not reach the disk.
  const asNew = ['-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await run(join(bin, 'initdb'), ['-D', data, ...asNew], { ...as, cwd: home });
  const port = await ownPort();
  await writeFile(
    join(data, 'postgresql.auto.conf'),
    `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = ''\nmax_connections = 60\nfsync = ${synced ? 'on' : 'off'}\n`,
  );

  let server = await start();
  const url = (database: string): string => `postgres://hub@127.0.0.1:${port}/${database}`;
  let made = 0;
  const standbys: (typeof server)[] = [];
  const watchman = watch(home, data);
  return {
    async createDatabase() {
      made += 1;
      await run(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'hub', `test${made}`]);
      return url(`test${made}`);
    },
    crash,
    startAgain,
    async crashAndRestart() {
      await crash();
      await startAgain();
    },
    async standby() {
      const copy = join(home, 'standby');
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'hub'];
      await run(join(bin, 'pg_basebackup'), [...from, '-D', copy, '-R', '-c', 'fast'], { ...as, cwd: home });
      const own = await ownPort();
      await appendFile(join(copy, 'postgresql.auto.conf'), `port = ${own}\n`);
      const child = await start(copy);
      standbys.push(child);
      await appendFile(join(data, 'postgresql.auto.conf'), `synchronous_standby_names = '*'\n`);
      server.child.kill('SIGHUP');
      return {
        port: own,
        async promote() {
          await run(join(bin, 'pg_ctl'), ['promote', '-D', copy, '-w'], { ...as, cwd: home });
        },
      };
    },
    async recover() {
      server.child.kill('SIGINT');
      await server.ended;
      await appendFile(join(data, 'postgresql.auto.conf'), `restore_command = '/bin/false'\n`);
      await writeFile(join(data, 'recovery.signal'), '');
      if (account !== null) await chown(join(data, 'recovery.signal'), account.uid, account.gid);
      server = await start();
    },
    async stop() {
      for (const one of [...standbys, server]) {
        one.child.kill('SIGINT');
        await one.ended;
      }
      watchman.kill('SIGKILL');
      await rm(home, { recursive: true, force: true });
    },
  };

  async function crash() {
    server.child.kill('SIGQUIT');
    await server.ended;
  }

  async function startAgain() {
    server = await start();
  }

  async function start(folder = data) {
    const child = spawn(join(bin, 'postgres'), ['-D', folder], {
      ...as,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-4000);
        if (/ready to accept (read-only )?connections/.test(log)) resolve();
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    });
    return { child, ended };
  }
}

/**
 * However the tests end, killed too, the server does not outlive them: a shell waits for the end of its input, which
 * comes with the end of this process, and then stops the server and clears up.
 */
function watch(home: string, data: string): ChildProcess {
  const script = 'read -r _; kill -QUIT "$(head -n 1 "$1/postmaster.pid")" 2>/dev/null; rm -rf "$0"';
  const watchman = spawn('sh', ['-c', script, home, data], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchman.unref();
  return watchman;
}

/** Where Debian and its like, and Red Hat's, keep the server's programs; else wherever PATH says. */
async function findBinaries(): Promise<string | null> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newestFirst = versions
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a);
  const places = [
    ...newestFirst.map((version) => `/usr/lib/postgresql/${version}/bin`),
    '/usr/bin',
    '/usr/local/bin',
  ];
  for (const place of places) {
    const found = await run(join(place, 'postgres'), ['--version']).catch(() => null);
    if (found !== null) return place;
  }
  return null;
}

async function installBinaries(): Promise<string> {
  const why = 'These tests need PostgreSQL, which this machine does not have.';
  if (process.getuid?.() !== 0)
    throw new Error(`${why} Install it (apt-get install postgresql) and run them again.`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    const patience = ['-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', ['install', '-q', '-y', ...patience, '--no-install-recommends', 'postgresql'], {
      env,
      maxBuffer: 2 ** 24,
    });
  } catch (error) {
    throw new Error(`${why} Installing it with apt-get failed: ${String(error)}`, { cause: error });
  }
  const bin = await findBinaries();
  if (bin === null)
    throw new Error(`${why} apt-get installed it, but its programs are not where they should be.`);
  return bin;
}

/** PostgreSQL refuses to run as root: then it runs as its own account, or as nobody. */
async function serverAccount(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = await run('id', ['-u', name]).catch(() => null);
    const gid = await run('id', ['-g', name]).catch(() => null);
    if (uid !== null && gid !== null) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody".',
  );
}
