import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { isStill } from './processes.mjs';

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

/** Puts a release away. One that will not go is in nobody's way, and goes with the next update. @param {string} release */
export function forget(release) {
  try {
    rmSync(inReleases(release), { recursive: true, force: true });
  } catch {
    // Said above.
  }
}

/** What updates that were cut off have left half unpacked. */
export function forgetHalfMade() {
  for (const name of readdirSync(inReleases())) {
    const [, pid] = /^incoming-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isStill(Number(pid), /update\.mjs/)) forget(name);
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
