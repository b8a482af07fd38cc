import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pino from 'pino';
import { startHub, type RunningHub, type StartOptions } from '../../src/hub/start-hub.ts';
import { Browser } from '../support/browser.ts';

/** A real hub of the sample centre in this process, on a port of its own. */
export interface TestHub extends RunningHub {
  readonly url: string;
  readonly dataDir: string;
  /** A browser that has opened a one-time link. */
  opened(link: string | null | undefined): Promise<Browser>;
  browser(): Browser;
  /** All that is stored but the time and the starts: equal when nothing has been changed. */
  stored(): string;
  dispose(): Promise<void>;
}

export async function testHub(options: Partial<StartOptions> = {}): Promise<TestHub> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'leling-http-')));
  const running = await startHub({
    port: 0,
    host: 'localhost',
    logger: pino({ level: 'silent' }),
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
    stored: () => stored(dataDir),
    dispose: async () => {
      await running.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function stored(dataDir: string): string {
  const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
  try {
    return JSON.stringify(
      ['row', 'client', 'mutation', 'chain', 'vault'].map((table) =>
        file.prepare(`select * from "${table}"`).all(),
      ),
    );
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
