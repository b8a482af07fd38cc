import { spawn } from 'node:child_process';
import {
  existsSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/**
 * Where updates live: beside what was installed first, which stays as it is and only hands over. `releases/current` names
 * the one in use; it is changed in one step, so that at any moment one whole release can be started.
 */

/** The folder that was installed first, whichever release of it runs. */
export const home = process.env['LELING_HOME'] ?? root;
/** @param {...string} parts */
export const inReleases = (...parts) => join(home, 'releases', ...parts);

/** Whether an update runs this very release, to see whether it comes up. */
export const isOnTrial = process.env['LELING_TRIAL'] !== undefined;

/** @param {string} release the name of one, `.` for what was installed first */
export const folderOf = (release) => (release === '.' ? home : inReleases(release));

/** The release in use; `.` is what was installed first. */
export function currentRelease() {
  try {
    const name = readlinkSync(inReleases('current'));
    return existsSync(inReleases(name, 'src', 'setup', 'start.mjs')) ? name : '.';
  } catch {
    return '.';
  }
}

/** Makes a release the one in use, in one step. @param {string} release */
export function useRelease(release) {
  if (release === '.') return rmSync(inReleases('current'), { force: true });
  const coming = inReleases('current.coming');
  rmSync(coming, { force: true });
  symlinkSync(release, coming);
  renameSync(coming, inReleases('current'));
}

/**
 * An update under way: written before the data is touched and removed when one release stands for good, so that after a
 * power cut the next start takes it up.
 * @typedef {{ from: string, to: string, version: string, backup: string, pid: number, phase: 'trial' | 'back' }} Intent
 */

const intentFile = () => inReleases('update.json');

/** @returns {Intent | null} */
export function readIntent() {
  try {
    return JSON.parse(readFileSync(intentFile(), 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Intent | null} intent */
export function writeIntent(intent) {
  if (intent === null) return rmSync(intentFile(), { force: true });
  // A half-written one may be root's, which its owner may remove but not write.
  rmSync(`${intentFile()}.part`, { force: true });
  writeFileSync(`${intentFile()}.part`, JSON.stringify(intent));
  renameSync(`${intentFile()}.part`, intentFile());
}

/** Whether a process lives. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What a release is started with: the centre's own configuration, not the sample that came with it. */
export const releaseEnvironment = () => ({
  ...(existsSync(join(home, 'kiosk-config')) ? { LELING_CONFIG: join(home, 'kiosk-config') } : {}),
  ...process.env,
  LELING_HOME: home,
});

/**
 * Runs one of this folder's commands in the release in use, where that is another; null where it is this one.
 * @param {string} file
 * @returns {Promise<number> | null}
 */
export function handedOver(file) {
  const release = root === home && !isOnTrial ? currentRelease() : '.';
  if (release === '.') return null;
  const child = spawn(
    process.execPath,
    [join(folderOf(release), 'src', 'setup', file), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: releaseEnvironment(),
    },
  );
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
