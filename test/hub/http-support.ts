import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import Database from 'better-sqlite3';
import pg from 'pg';
import pino from 'pino';
import { NOBODY } from '../../src/hub/speech/voice.ts';
import { startHub, type RunningHub, type StartOptions } from '../../src/hub/start-hub.ts';
import { Browser } from '../support/browser.ts';
import { startPostgres, type PrivatePostgres } from '../support/postgres.ts';
import { morning } from './sync/centre.ts';

/** A real hub of the sample centre in this process, on a port of its own. */
export interface TestHub extends RunningHub {
  readonly url: string;
  readonly dataDir: string;
  /** A browser that has opened a one-time link. */
  opened(link: string | null | undefined): Promise<Browser>;
  browser(): Browser;
  /** All that is stored but the time and the starts: equal when nothing has been changed. */
  stored(): Promise<string>;
  dispose(): Promise<void>;
}

export async function testHub(options: Partial<StartOptions> = {}): Promise<TestHub> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'leling-http-')));
  const running = await startHub({
    port: 0,
    host: 'localhost',
    logger: pino({ level: 'silent' }),
    voiceDir: NOBODY,
    ...options,
    dataDir,
  });
  const url = `http://localhost:${running.port}`;
  const browser = (): Browser => new Browser(url);
  return {
    ...running,
    url,
    dataDir,
    browser,
    opened: async (link) => {
      assert.ok(link);
      const one = browser();
      assert.equal((await one.open(link)).status, 303);
      return one;
    },
    stored: () =>
      options.databaseUrl === undefined ? storedInFile(dataDir) : storedInPostgres(options.databaseUrl),
    dispose: async () => {
      await running.stop();
      // What it had begun may have a last file under its hands.
      const patience = { maxRetries: 20, retryDelay: 50 };
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, ...patience });
    },
  };
}

/** Starts a hub on an empty database; with a hub given, another process's worth of hub on the same one. */
export type StartHub = (beside?: TestHub) => Promise<TestHub>;

/**
 * Runs the same tests against hubs on SQLite and on PostgreSQL. Their clock stands: whoever is slow is past no wait, and no day's
 * work of a midnight comes between.
 */
export function onBothEngines(
  title: string,
  tests: (start: StartHub, engine: 'sqlite' | 'postgres') => void,
  options: Partial<StartOptions> = {},
): void {
  describe(`${title}, on SQLite`, () => tests(() => testHub({ clock: morning(), ...options }), 'sqlite'));
  describe(`${title}, on PostgreSQL`, () => {
    let server: Promise<PrivatePostgres> | undefined;
    const urls = new Map<TestHub, string>();
    tests(async (beside) => {
      server ??= startPostgres();
      const databaseUrl = (beside && urls.get(beside)) ?? (await (await server).createDatabase());
      const hub = await testHub({ clock: morning(), ...options, databaseUrl });
      urls.set(hub, databaseUrl);
      return hub;
    }, 'postgres');
    after(async () => (await server)?.stop());
  });
}

const TABLES = ['row', 'client', 'mutation', 'chain', 'vault'];

async function storedInPostgres(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows: unknown[] = [];
  for (const table of TABLES)
    rows.push((await client.query(`select * from "${table}" order by 1, 2, 3`)).rows);
  await client.end();
  return JSON.stringify(rows);
}

async function storedInFile(dataDir: string): Promise<string> {
  const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
  try {
    return JSON.stringify(TABLES.map((table) => file.prepare(`select * from "${table}"`).all()));
  } finally {
    file.close();
  }
}

/** The problem in an answer, which must be one of RFC 9457. */
export async function problemIn(response: Response): Promise<{
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; remedy: string }[];
}> {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = await response.json();
  assert.equal(problem.status, response.status);
  for (const field of ['type', 'title', 'detail', 'code'])
    assert.equal(typeof problem[field], 'string', field);
  return problem;
}
