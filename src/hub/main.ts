import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { FolderInUse } from './db/folder-lock.ts';
import { MigrationMismatch } from './db/migrate.ts';
import { greeting } from './greeting.ts';
import { CannotStart, startHub, type RunningHub, type StartOptions } from './start-hub.ts';

/** A stop that takes longer than this is cut short. */
const STOP_WITHIN_MS = 8000;

const { env } = process;
const dataDir = resolve(env['LELING_DATA'] ?? 'data');
const logger = pino({ level: env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));

async function optionsFromEnvironment(): Promise<StartOptions> {
  const port = Number(env['PORT'] ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotStart(`PORT is "${env['PORT']}"; use 0 to 65535.`);
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if ((cert === undefined) !== (key === undefined))
    throw new CannotStart('Set both TLS_CERT and TLS_KEY, or neither.');
  return {
    port,
    host: env['HOST'] ?? '::',
    dataDir,
    logger,
    databaseUrl: env['DATABASE_URL'],
    publicUrl: env['LELING_URL'],
    configDir: env['LELING_CONFIG'],
    appDir: env['LELING_APP'],
    tls:
      cert === undefined || key === undefined
        ? undefined
        : { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') },
  };
}

/** By another name first, so that who waits for the file never reads half of it. */
async function writeLinks(file: string, { links }: RunningHub): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, `${JSON.stringify(links.json, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, file);
}

/** Why the hub cannot start, as a sentence; null for what is a bug and wants its stack. */
function sentence(error: unknown): string | null {
  if (
    [CannotStart, FolderInUse, MigrationMismatch].some((kind) => error instanceof kind) &&
    error instanceof Error
  ) {
    return error.message;
  }
  if (!(error instanceof Error) || !('code' in error)) return null;
  const port = env['PORT'] ?? '8080';
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。 Port ${port} is in use, perhaps by another hub; stop that, or set PORT to another.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return `数据库没有应答。 The database of DATABASE_URL does not answer: ${error.message}. Start it, or correct the address.`;
    case 'EACCES':
      return `没有权限。 Not permitted: ${error.message}. Use a port above 1023 and a data folder you may write to.`;
    case 'ENOENT':
      return `找不到文件。 A file is missing: ${error.message}`;
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `${error.message}. The hub takes --links-json FILE; the rest is set by PORT, HOST, LELING_DATA, DATABASE_URL, TLS_CERT and TLS_KEY.`;
    default:
      return null;
  }
}

/** Also a start that is under way is finished first, so that nothing is left half made. */
function stopOnSignal(starting: Promise<RunningHub>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'the hub did not stop cleanly');
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

try {
  const { values } = parseArgs({ options: { 'links-json': { type: 'string' } } });
  const starting = startHub(await optionsFromEnvironment());
  stopOnSignal(starting);
  const running = await starting;
  const { links, troubles } = running;
  if (values['links-json'] !== undefined) await writeLinks(values['links-json'], running);
  process.stdout.write(
    greeting({ version: running.version, url: links.json.hub, dataDir, links: links.list, troubles }),
  );
} catch (error) {
  process.stderr.write(`\n✗ ${sentence(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
