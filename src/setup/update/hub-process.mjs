import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Unready } from '../run.mjs';
import { isTaken, whatIsWrong } from './answers.mjs';
import { endsWithUs, goesOn, isAlive, isOf, isStill, wasCut } from './processes.mjs';
import { folderOf, home, inReleases, releaseEnvironment } from './releases.mjs';
import { stopUnit, unitHere } from './service.mjs';

/** A hub comes up within this, a large migration included, and goes down within that. */
const UP_WITHIN_MS = Number(process.env['LELING_UPDATE_WITHIN_S'] ?? 300) * 1000;
const DOWN_WITHIN_MS = 40_000;
/** The one there is nothing else to put in the place of is given so long at least. */
const LAST_WITHIN_MS = Math.max(UP_WITHIN_MS, 300_000);
const LOOK_EACH_MS = 100;
/** Five seconds; but counted in looks, as a machine that was held up in between has not looked. */
const LOOKS_AT_PORT = 50;

/**
 * What the hub of this centre runs with, from the hub itself where it runs, else from its unit, else from here.
 * @typedef {{ dataDir: string, env: NodeJS.ProcessEnv, unit: import('./service.mjs').Unit | null, as: { uid?: number, gid?: number } }} Setting `as`: whose the data is
 * @returns {Setting}
 */
export function settingNow() {
  const unit = unitHere();
  const said = { ...unit?.env, ...ownSettings() };
  const dataDir = resolve(said['LELING_DATA'] ?? join(home, 'data'));
  const pid = hubOn(dataDir);
  const env = { ...said, ...(pid === null ? {} : environmentOf(pid)), LELING_DATA: dataDir };
  return { dataDir, env, as: ownerOf(dataDir), unit };
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
  return Number.isInteger(pid) && pid > 1 && isStill(pid, /main\.ts|start\.mjs/) ? pid : null;
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

/**
 * Stops the hub that runs, cleanly: what it has accepted it finishes. Then nobody answers in its place.
 * @param {Setting} setting
 */
export async function stopHub({ dataDir, env, unit }) {
  if (unit !== null) stopUnit(unit);
  // By hand, or what a trial that was cut off has left.
  const pid = hubOn(dataDir);
  if (pid !== null) endHub(pid);
  const until = Date.now() + DOWN_WITHIN_MS;
  while (hubOn(dataDir) !== null) {
    goesOn();
    if (Date.now() > until)
      throw new Unready(
        `主机停不下来，没有换上 The hub (process ${pid}) does not stop; nothing was changed.`,
      );
    await wait(LOOK_EACH_MS);
  }
  // The hub gives its port back with its last breath, a moment after its word that it is down.
  for (let looks = 1; await isTaken(env); looks += 1) {
    goesOn();
    if (looks > LOOKS_AT_PORT)
      throw new Unready(
        `主机的端口 ${env['PORT'] ?? '8080'} 被别的程序占着，没有换上；请先停掉它 Another program listens where the hub would, so no release can be tried; stop that first.`,
      );
    await wait(LOOK_EACH_MS);
  }
}

/** @param {number} pid */
function endHub(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (isAlive(pid))
      throw new Unready(
        `停不了主机（进程 ${pid}），没有换上；请在前面加 sudo 再来一次 The hub (process ${pid}) cannot be stopped, so nothing was changed; do it again with sudo: ${String(error)}`,
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
  const { status, stderr } = spawnSync('chown', ['-R', '-h', `${uid}:${gid}`, inReleases()], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Unready(
      `新版本交不给主机的账号，没有换上：这个磁盘可能不分账号 The release cannot be given to the hub's account, so nothing was changed; perhaps this disk knows no accounts: ${stderr ?? ''}`.trim(),
    );
}

/**
 * Starts a program of a release on the centre's data, in a session of its own: no terminal that closes ends it.
 * @param {string} release
 * @param {readonly string[]} program
 * @param {Setting} setting
 */
function started(release, [file = '', ...args], { env, as }) {
  goesOn();
  const child = spawn(process.execPath, [join(folderOf(release), 'src', 'setup', file), ...args], {
    env: { ...releaseEnvironment(), ...env, LELING_TRIAL: release },
    cwd: home,
    ...as,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endsWithUs(child);
  return child;
}

/**
 * Runs a command of a release to its end, and returns what it said.
 * @param {string} release
 * @param {readonly string[]} args
 * @param {Setting} setting
 * @returns {Promise<string>} rejects with what it said
 */
export function commandOf(release, args, setting) {
  return new Promise((done, failed) => {
    const child = started(release, ['command.mjs', ...args], setting);
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
 * @param {boolean} [isLast] there is no other that could be put in its place
 * @returns {Promise<Trial>}
 */
export async function tryHub(release, version, setting, isLast = false) {
  const { env, dataDir } = setting;
  const child = started(release, ['start.mjs'], setting);
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (data) => (said = (said + data).slice(-2000)));
  child.on('error', (error) => (said += error));
  const gone = new Promise((resolve) => child.on('close', resolve));
  const stop = async () => {
    const pid = hubOn(dataDir);
    if (child.exitCode === null) child.kill('SIGTERM');
    const cut = setTimeoutKill(child, pid);
    await gone;
    clearTimeout(cut);
  };
  const until = Date.now() + (isLast ? LAST_WITHIN_MS : UP_WITHIN_MS);
  let why = '没有按时起来 it did not come up in time';
  while (Date.now() < until) {
    if (wasCut()) await stop();
    goesOn();
    if (child.exitCode !== null || child.signalCode !== null)
      return { why: sentenceIn(said), stop: async () => {} };
    const pid = hubOn(dataDir);
    // Another's answer says nothing of this one.
    const isOurs = pid !== null && isOf(pid, child.pid);
    const wrong = isOurs ? await whatIsWrong(env, version) : '没有起来 it is not on the data yet';
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
