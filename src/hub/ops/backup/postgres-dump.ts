import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { Inside } from './kept.ts';

const run = promisify(execFile);

/** PostgreSQL's own tools are not on this machine, or do not fit the server. */
export class ToolTrouble extends Error {}

/** Dumps the database as of one snapshot, and says what that very snapshot holds. */
export async function dumpPostgres(pool: pg.Pool, path: string): Promise<Inside> {
  const client = await pool.connect();
  let open = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: exported } = await client.query<{ snapshot: string }>(
      'select pg_export_snapshot() as snapshot',
    );
    const { rows: clients } = await client.query<Last>('select "clientId", last from client');
    const { rows: meta } = await client.query<{ value: string }>(
      `select value from meta where key = 'epoch'`,
    );
    const snapshot = `--snapshot=${exported[0]?.snapshot ?? ''}`;
    const plain = ['--format=custom', '--no-owner', '--no-privileges', '--no-password'];
    await runTool('pg_dump', [...plain, snapshot, `--file=${path}`], pool.options.connectionString ?? '');
    await client.query('commit');
    open = false;
    return {
      epoch: meta[0]?.value ?? '',
      clients: Object.fromEntries(clients.map((one) => [one.clientId, one.last])),
    };
  } finally {
    // A connection with a transaction still open is closed, not given back.
    client.release(open);
  }
}

interface Last {
  readonly clientId: string;
  readonly last: number;
}

/**
 * Runs one of PostgreSQL's tools on a database: the newest of those Debian keeps beside each other, else from PATH.
 * The password goes by the environment, as others can read a command line.
 */
export async function runTool(
  tool: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  databaseUrl: string,
): Promise<string> {
  const env = { ...process.env, ...(databaseUrl === '' ? {} : environmentOf(databaseUrl)) };
  const versions = await readdir('/usr/lib/postgresql').catch((): string[] => []);
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  for (const program of [
    ...newestFirst.map((version) => `/usr/lib/postgresql/${version}/bin/${tool}`),
    tool,
  ]) {
    try {
      return (await run(program, [...args], { env, maxBuffer: 2 ** 26 })).stdout;
    } catch (error) {
      if (isMissing(error)) continue;
      throw new ToolTrouble(`${tool} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  throw new ToolTrouble(
    `${tool} is not on this machine. Install PostgreSQL's client programs, of the server's version or newer ` +
      `(apt-get install postgresql-client), and try again.`,
  );
}

function environmentOf(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  const said = {
    PGHOST: url.hostname.replace(/^\[|\]$/g, ''),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
