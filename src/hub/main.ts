import { rename, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import pino from 'pino';
import { givingTo, ownAccount } from './db/account.ts';
import { DatabaseTrouble } from './db/trouble.ts';
import type { TlsPair } from './ops/certificate.ts';
import { FaultyData } from './ops/data/data-fault.ts';
import { greeting } from './greeting.ts';
import { setting } from './setting.ts';
import { CannotStart, startHub, type RunningHub, type StartOptions } from './start-hub.ts';
import { readTlsFiles } from './tls-files.ts';

/** Ends a start that waits for a person: `leling-hub.service` does not try again and again. */
const FAULTY_DATA_CODE = 78;
/**
 * A stop that takes longer than eight seconds is cut short. They are counted step by step: a machine that was held up for as long
 * has not let the hub do anything meanwhile.
 */
const STOP_STEPS = 32;
const STOP_STEP_MS = 250;

// What it writes is nobody else's to read.
process.umask(0o077);
const dataDir = resolve(setting('LELING_DATA') ?? 'data');
const port = setting('PORT') ?? '8080';
const logger = pino({ level: setting('LOG_LEVEL') ?? 'warn' }, pino.destination(2));

async function optionsFromEnvironment(): Promise<StartOptions> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new CannotStart(`PORT is "${port}"; use 0 to 65535.`);
  const [cert, key, url] = [setting('TLS_CERT'), setting('TLS_KEY'), setting('LELING_URL')];
  if ((cert === undefined) !== (key === undefined))
    throw new CannotStart('Set both TLS_CERT and TLS_KEY, or neither.');
  if (url !== undefined && !URL.canParse(url)) {
    throw new CannotStart(`LELING_URL is "${url}"; write it as https://hub.example.`);
  }
  return {
    port: Number(port),
    host: setting('HOST') ?? (hasIpv6() ? '::' : '0.0.0.0'),
    dataDir,
    logger,
    databaseUrl: setting('DATABASE_URL'),
    hosts: setting('LELING_HOSTS')
      ?.split(',')
      .map((one) => one.trim()),
    publicUrl: url === undefined ? undefined : new URL(url).origin,
    operatorToken: operatorToken(),
    configDir: setting('LELING_CONFIG'),
    appDir: setting('LELING_APP'),
    voiceDir: setting('LELING_VOICE'),
    tls: cert === undefined || key === undefined ? undefined : await tlsFrom(() => readTlsFiles(cert, key)),
  };
}

const tlsFrom = async (read: () => Promise<TlsPair>) => ({ first: await read(), read });

/** A short one could be guessed from the same network. */
function operatorToken(): string | undefined {
  const token = setting('LELING_OPERATOR_TOKEN');
  if (token !== undefined && token.length < 24)
    throw new CannotStart(
      'LELING_OPERATOR_TOKEN is shorter than 24 characters; make one by: openssl rand -hex 24',
    );
  return token;
}

/** Without it the address that means "every network, old and new" cannot be listened on. */
const hasIpv6 = (): boolean =>
  Object.values(networkInterfaces()).some((those) => those?.some((one) => one.family === 'IPv6'));

/** By another name first, so that who waits for the file never reads half of it. */
async function writeLinks(file: string, { links }: RunningHub): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, `${JSON.stringify(links.json, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, file);
}

/** Why the hub cannot start, as a sentence; null for what is a bug and wants its stack. */
function sentence(error: unknown): string | null {
  if (error instanceof CannotStart || error instanceof DatabaseTrouble) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}. The hub takes --links-json FILE and --go-on; its settings are in src/hub/README.md.`;
  }
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。 Port ${port} is in use, perhaps by another hub; stop that, or set PORT to another.`;
    case 'EADDRNOTAVAIL':
      return `没有这个地址。 This machine does not have the address in HOST: ${error.message}.`;
    case 'EACCES':
      return 'syscall' in error && error.syscall === 'listen'
        ? `没有权限使用端口 ${port}。 Port ${port} may not be used: ${error.message}. Set PORT to one above 1023.`
        : notPermitted(error);
    case 'EPERM':
      return notPermitted(error);
    case 'ENOENT':
      return `找不到文件。 A file is missing: ${error.message}`;
    default:
      return null;
  }
}

/** What root has left in the data folder, say: another folder would be another, empty centre. */
function notPermitted(error: Error): string {
  const account = ownAccount();
  const path = 'path' in error ? String(error.path) : '';
  const remedy = path.startsWith(`${dataDir}/`) || path === dataDir ? givingTo(dataDir) : null;
  return (
    `账号 ${account} 没有权限${remedy === null ? '' : `，数据没有动过。请交还给它：${remedy}`}。 ` +
    `The account ${account} is not permitted: ${error.message}.` +
    (remedy === null ? '' : ` The data is as it was; give it back to this account: ${remedy}`)
  );
}

/** Also a start that is under way is finished first, so that nothing is left half made. */
function stopOnSignal(starting: Promise<RunningHub>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    let steps = 0;
    setInterval(() => {
      steps += 1;
      if (steps >= STOP_STEPS) process.exit(1);
    }, STOP_STEP_MS).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          const words = sentence(error);
          if (words === null) logger.error({ err: error }, 'the hub did not stop cleanly');
          else process.stderr.write(`\n✗ 没有正常停下。 The hub did not stop cleanly: ${words}\n`);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // Its terminal has been closed, or that of the update which tries it. To a service it says that its files have changed.
  process.on('SIGHUP', () => {
    if (process.stdout.isTTY || setting('LELING_TRIAL') !== undefined) stop();
    else void starting.then((running) => running.renewCertificate());
  });
}

/**
 * From now on V8 gives back the pages of its dead objects; it keeps them for good else, and a heap of 30 MB grew to 250
 * resident. Not from the first moment: a start makes much rubbish at once, and to collect it so took a third of its time.
 */
function keepSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

try {
  const { values } = parseArgs({
    options: { 'links-json': { type: 'string' }, 'go-on': { type: 'boolean' } },
  });
  const options = { ...(await optionsFromEnvironment()), goOn: values['go-on'] === true };
  const starting = startHub(options);
  stopOnSignal(starting);
  const running = await starting;
  keepSmall();
  const { links, troubles } = running;
  if (values['links-json'] !== undefined) await writeLinks(values['links-json'], running);
  process.stdout.write(
    greeting({
      version: running.version,
      url: links.json.hub,
      host: options.host,
      dataDir,
      links: links.list,
      troubles,
    }),
  );
} catch (error) {
  process.stderr.write(`\n✗ ${sentence(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(error instanceof FaultyData ? FAULTY_DATA_CODE : 1);
}
