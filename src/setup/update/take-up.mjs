import { existsSync, readdirSync } from 'node:fs';
import { Unready } from '../run.mjs';
import { commandOf, settingNow, stopHub, tryHub } from './hub-process.mjs';
import { readIntent, writeIntent } from './intent.mjs';
import { goesOn, isStill, mindSignals } from './processes.mjs';
import { currentRelease, folderOf, forget, inReleases, isOnTrial, useRelease } from './releases.mjs';

/** @typedef {import('./intent.mjs').Intent} Intent */
/** @typedef {import('./hub-process.mjs').Setting} Setting */

/**
 * Tries the new release on the data, with the hub stopped: comes it up, it is the one in use, else the one before is, with
 * the data it had. May be cut off anywhere and begun again. Returns why it went back; null when it did not.
 * @param {Intent} intent
 * @param {Setting} setting
 * @returns {Promise<string | null>}
 */
export async function tryAndSwitch(intent, setting) {
  let why = '上次没有做完 it was cut off while going back';
  if (intent.phase === 'trial') {
    const trial = await tryHub(intent.to, intent.version, setting);
    const wrong = trial.why ?? notSwitched(intent);
    await trial.stop();
    if (wrong === null) {
      forgetOld(intent.from);
      return null;
    }
    why = wrong;
  }
  goesOn();
  noteBack(intent);
  useRelease(intent.from);
  await goBack(intent, setting);
  writeIntent(null);
  forget(intent.to);
  return why;
}

/** Has the new release in use for good. Returns why that cannot be. @param {Intent} intent */
function notSwitched({ to }) {
  try {
    useRelease(to);
    writeIntent(null);
    return null;
  } catch (error) {
    return `换不上，请看看磁盘空间和权限 it cannot be put into use; see to room and rights: ${String(error)}`;
  }
}

/** On a full disk the note stays as it was, and one who takes it up would try the new one once more. @param {Intent} intent */
function noteBack(intent) {
  try {
    writeIntent({ ...intent, phase: 'back' });
  } catch {
    // Said above.
  }
}

/**
 * The release before, on the data as it stands: a database that was not changed keeps all of it. One that it cannot use
 * is put back from the backup made just before; devices send again what they have made since.
 * @param {Intent} intent
 * @param {Setting} setting
 */
async function goBack({ from, backup }, setting) {
  const asItIs = await tryHub(from, null, setting);
  await asItIs.stop();
  if (asItIs.why === null) return;
  goesOn();
  const why = await restored(from, backup, setting);
  if (why !== null)
    throw new Unready(
      `旧版本也起不来：请联系技术人员；备份在 ${backup} The release before does not come up either: ${why}\nThe backup is ${backup}.`,
      78,
    );
}

/**
 * Puts the backup back and tries the release on it. Returns why that is of no use; null when it is.
 * @param {string} release
 * @param {string} backup
 * @param {Setting} setting
 */
async function restored(release, backup, setting) {
  try {
    await commandOf(release, ['src/hub/ops/backup/restore-command.ts', backup], setting);
  } catch (error) {
    goesOn();
    return error instanceof Error ? error.message : String(error);
  }
  const trial = await tryHub(release, null, setting, true);
  await trial.stop();
  return trial.why;
}

/** The one in use and the one before are kept. @param {string} before */
function forgetOld(before) {
  const kept = [currentRelease(), before];
  for (const name of readdirSync(inReleases())) if (/^\d/.test(name) && !kept.includes(name)) forget(name);
}

/** Before a start: takes up an update that a power cut has interrupted. */
export async function takeUpUpdate() {
  const intent = isOnTrial ? null : readIntent();
  if (intent === null) return;
  if (isStill(intent.pid, /update\.mjs|start\.mjs/))
    throw new Unready('正在升级，请稍等 An update is under way; wait till it is over.');
  console.log('· 上次升级没有做完，接着做 Taking up the update that was interrupted …');
  mindSignals();
  try {
    const setting = { ...settingNow(), unit: null };
    const mine = { ...intent, pid: process.pid };
    writeIntent(mine);
    await stopHub(setting);
    const whole = existsSync(folderOf(intent.to));
    const why = await tryAndSwitch(whole ? mine : { ...mine, phase: 'back' }, setting);
    if (why !== null)
      console.log(
        `· 新版本没有起来，仍用旧版本 The new release did not come up; the one before is in use: ${why}`,
      );
    // Told to stop at the very end: no hub is to be started after that.
    goesOn();
  } catch (error) {
    if (error instanceof Unready) throw error;
    throw new Unready(
      `上次升级接着做不下去：请看看磁盘空间和权限 The interrupted update cannot be taken up; see to room and rights: ${String(error)}`,
    );
  }
}
