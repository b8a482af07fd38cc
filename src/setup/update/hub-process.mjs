import { spawn, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Unready } from '../run.mjs';
import { folderOf, home, inReleases, isAlive, releaseEnvironment } from './releases.mjs';

/** A hub comes up within this, a large migration included, and goes down within that. */
const UP_WITHIN_MS = Number(process.env['LELING_UPDATE_WITHIN_S'] ?? 300) * 1000;
const DOWN_WITHIN_MS = 40_000;

/**
 * What the hub of this centre runs with, from the hub itself where it runs, else from its unit, else from here.
 * @typedef {{ dataDir: string, env: NodeJS.ProcessEnv, pid: number | null, unit: string | null, as: { uid?: number, gid?: number } }} Setting `as`: whose the data is
 * @returns {Setting}
 */
export function settingNow() {
  const unit = unitHere('leling-hub.service');
  const said = { ...(unit === null ? {} : unitEnvironment(unit)), ...ownSettings() };
  const dataDir = resolve(said['LELING_DATA'] ?? join(home, 'data'));
  const pid = hubOn(dataDir);
  const env = { ...said, ...(pid === null ? {} : environmentOf(pid)), LELING_DATA: dataDir };
  return { dataDir, env, pid, as: ownerOf(dataDir), unit: unit !== null && isActive(unit) ? unit : null };
}

/** Root acts for the account whose data it is: what root left there, the hub could not use. @param {string} dataDir */
function ownerOf(dataDir) {
  if (process.getuid?.() !== 0 || !existsSync(dataDir)) return {};
  const { uid, gid } = statSync(dataDir);
  return { uid, gid };
}

const ownSettings = () =>
  Object.fromEntries(
    [
      'LELING_DATA',
      'PORT',
      'HOST',
      'DATABASE_URL',
      'TLS_CERT',
      'TLS_KEY',
      'LELING_URL',
      'LELING_CONFIG',
    ].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The hub at work on a data folder, by the note it leaves there. @param {string} dataDir */
function hubOn(dataDir) {
  const note = join(dataDir, 'hub.pid');
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').trim()) : Number.NaN;
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  // The note outlives a hub that was cut off, and its number may be another's by now.
  const words = `/proc/${pid}/cmdline`;
  return existsSync(words) && !/main\.ts|start\.mjs/.test(readFileSync(words, 'utf8')) ? null : pid;
}

/** Only what is the hub's: the rest is that shell's. @param {number} pid */
function environmentOf(pid) {
  try {
    const pairs = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((pair) => pair.split(/=(.*)/s));
    return Object.fromEntries(
      pairs.filter(([name = '']) =>
        /^(LELING_(?!HOME|TRIAL)|TLS_|PORT$|HOST$|DATABASE_URL$|LOG_LEVEL$)/.test(name),
      ),
    );
  } catch {
    return {};
  }
}

/** @param {readonly string[]} args */
function systemctl(...args) {
  try {
    return execFileSync('systemctl', [...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** A unit that runs what is in this folder, and no other. @param {string} unit */
const unitHere = (unit) =>
  resolve(systemctl('show', unit, '--property=WorkingDirectory', '--value') || '/') === home ? unit : null;
/** @param {string} unit */
const isActive = (unit) => systemctl('is-active', unit) === 'active';
/** @param {string} unit @returns {Record<string, string>} */
const unitEnvironment = (unit) =>
  Object.fromEntries(
    [...systemctl('show', unit, '--property=Environment', '--value').matchAll(/(\w+)=("[^"]*"|\S*)/g)].map(
      ([, name = '', value = '']) => [name, value.replace(/^"|"$/g, '')],
    ),
  );

/** Stops the hub that runs, cleanly: what it has accepted it finishes. @param {Setting} setting */
export async function stopHub({ dataDir, pid, unit }) {
  if (unit !== null) tellSystemd('stop', unit);
  else if (pid !== null) process.kill(pid, 'SIGTERM');
  const until = Date.now() + DOWN_WITHIN_MS;
  while (hubOn(dataDir) !== null) {
    if (Date.now() > until)
      throw new Unready(
        `主机停不下来，没有换上 The hub (process ${pid}) does not stop; nothing was changed.`,
      );
    await wait(100);
  }
}

/** @param {string} unit */
export const startUnit = (unit) => tellSystemd('start', unit);

/** @param {'start' | 'stop'} what @param {string} unit */
function tellSystemd(what, unit) {
  try {
    execFileSync('systemctl', [what, unit], { stdio: 'ignore' });
  } catch {
    throw new Unready(
      what === 'stop'
        ? `服务停不下来，没有升级；请在前面加 sudo 再来一次 The service ${unit} cannot be stopped, so nothing was changed; do it again with sudo.`
        : `服务没有启动；请运行 The service ${unit} was not started; run: sudo systemctl start ${unit}`,
    );
  }
}

/**
 * What root has brought is the account's whose the hub is: after a power cut that account takes the update up by itself,
 * and later puts away what is old.
 * @param {Setting} setting
 */
export function giveReleases({ as: { uid, gid } }) {
  if (uid === undefined || uid === 0) return;
  execFileSync('chown', ['-R', '-h', `${uid}:${gid}`, inReleases()], { stdio: 'ignore' });
}

/**
 * Runs a command of a release to its end, and returns what it said.
 * @param {string} release
 * @param {readonly string[]} args
 * @param {Setting} setting
 * @returns {Promise<string>} rejects with what it said
 */
export function commandOf(release, args, { env, as }) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(folderOf(release), 'src', 'setup', 'command.mjs'), ...args], {
      env: { ...releaseEnvironment(), ...env, LELING_TRIAL: release },
      ...as,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done(said) : failed(new Unready(said.trim()))));
  });
}

/**
 * A hub started to see whether it comes up.
 * @typedef {{ why: string | null, stop: () => Promise<void> }} Trial `why` it did not; null when it did.
 */

/**
 * @param {string} release
 * @param {string | null} version what its health must say; null where any will do
 * @param {Setting} setting
 * @returns {Promise<Trial>}
 */
export async function tryHub(release, version, { env, dataDir, as }) {
  const child = spawn(process.execPath, [join(folderOf(release), 'src', 'setup', 'start.mjs')], {
    env: { ...releaseEnvironment(), ...env, LELING_TRIAL: release },
    cwd: home,
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => (said = (said + data).slice(-2000)));
  const gone = new Promise((resolve) => child.on('close', resolve));
  const stop = async () => {
    const pid = hubOn(dataDir);
    if (child.exitCode === null) child.kill('SIGTERM');
    const cut = setTimeoutKill(child, pid);
    await gone;
    clearTimeout(cut);
  };
  const until = Date.now() + UP_WITHIN_MS;
  let why = '没有按时起来 it did not come up in time';
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      return { why: sentenceIn(said), stop: async () => {} };
    const wrong = await whatIsWrong(env, version);
    if (wrong === null) return { why: null, stop };
    why = wrong;
    await wait(250);
  }
  return { why, stop };
}

/** The line that says why, without the places in the code that led there. @param {string} said */
const sentenceIn = (said) =>
  said.split('\n').find((line) => /^(✗|\w*Error\b)/.test(line)) ?? said.trim().split('\n').at(-1) ?? '';

/** @param {import('node:child_process').ChildProcess} child @param {number | null} pid */
const setTimeoutKill = (child, pid) =>
  setTimeout(() => {
    // What was started by it is not left holding the port.
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
  }, DOWN_WITHIN_MS);

/** Whether a hub is well, serves the app and answers who would sync; null when all is so. @param {NodeJS.ProcessEnv} env @param {string | null} version */
async function whatIsWrong(env, version) {
  const health = await ask(env, '/api/health');
  if (health === null || health.status !== 200) return '没有回答 it does not answer';
  const { version: is, status, troubles = [] } = jsonOf(health.body);
  if (version !== null && is !== version) return `it says version ${String(is)}, not ${version}`;
  // What ails the disk or the centre's data is not the release's doing.
  if (status === 'bad' && troubles.length === 0) return 'it says that it is not well';
  const pull = await ask(env, '/sync/pull');
  if (pull === null || pull.status >= 500 || pull.status === 404)
    return '同步没有回答 it does not answer who would sync';
  const page = await ask(env, '/staff');
  return page?.status === 200 ? null : '页面打不开 it does not serve the app';
}

/** @param {string} text @returns {{ version?: unknown, status?: unknown, troubles?: unknown[] }} */
function jsonOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string} path @returns {Promise<{ status: number, body: string } | null>} */
function ask(env, path) {
  const secure = env['TLS_CERT'] !== undefined;
  const listening = env['HOST'] ?? '';
  const host = ['', '0.0.0.0', '::'].includes(listening) ? '127.0.0.1' : listening;
  return new Promise((done) => {
    const request = (secure ? https : http).get(
      { host, port: env['PORT'] ?? '8080', path, timeout: 5000, rejectUnauthorized: false },
      (answer) => {
        let body = '';
        answer.on('data', (data) => (body += data));
        answer.on('end', () => done({ status: answer.statusCode ?? 0, body }));
        answer.on('error', () => done(null));
      },
    );
    request.on('error', () => done(null));
    request.on('timeout', () => request.destroy());
  });
}
