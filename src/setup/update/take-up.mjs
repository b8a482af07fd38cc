import { existsSync, readdirSync, rmSync } from 'node:fs';
import { Unready } from '../run.mjs';
import { commandOf, settingNow, tryHub } from './hub-process.mjs';
import {
  currentRelease,
  folderOf,
  inReleases,
  isAlive,
  isOnTrial,
  readIntent,
  useRelease,
  writeIntent,
} from './releases.mjs';

/** @typedef {import('./releases.mjs').Intent} Intent */
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
    if (trial.why === null) {
      useRelease(intent.to);
      writeIntent(null);
      await trial.stop();
      forgetOld(intent.from);
      return null;
    }
    why = trial.why;
    await trial.stop();
  }
  writeIntent({ ...intent, phase: 'back' });
  useRelease(intent.from);
  await goBack(intent, setting);
  writeIntent(null);
  rmSync(inReleases(intent.to), { recursive: true, force: true });
  return why;
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
  await commandOf(from, ['src/hub/ops/backup/restore-command.ts', backup], setting);
  const restored = await tryHub(from, null, setting);
  await restored.stop();
  if (restored.why !== null)
    throw new Unready(
      `旧版本也起不来：请联系技术人员；备份在 ${backup} The release before does not come up either: ${restored.why}\nThe backup is ${backup}.`,
    );
}

/** The one in use and the one before are kept. @param {string} before */
function forgetOld(before) {
  const kept = [currentRelease(), before];
  for (const name of readdirSync(inReleases()))
    if (/^\d/.test(name) && !kept.includes(name)) rmSync(inReleases(name), { recursive: true, force: true });
}

/** Before a start: takes up an update that a power cut has interrupted. */
export async function takeUpUpdate() {
  const intent = isOnTrial ? null : readIntent();
  if (intent === null) return;
  if (intent.pid !== process.pid && isAlive(intent.pid))
    throw new Unready('正在升级，请稍等 An update is under way; wait till it is over.');
  console.log('· 上次升级没有做完，接着做 Taking up the update that was interrupted …');
  const mine = { ...intent, pid: process.pid };
  writeIntent(mine);
  const whole = existsSync(folderOf(intent.to));
  const why = await tryAndSwitch(whole ? mine : { ...mine, phase: 'back' }, {
    ...settingNow(),
    unit: null,
    pid: null,
  });
  if (why !== null)
    console.log(
      `· 新版本没有起来，仍用旧版本 The new release did not come up; the one before is in use: ${why}`,
    );
}
