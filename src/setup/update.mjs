import { mkdirSync } from 'node:fs';
import { commandOf, giveReleases, settingNow, stopHub } from './update/hub-process.mjs';
import { isBegun, readIntent, writeIntent } from './update/intent.mjs';
import { goesOn, mindSignals, outliveTerminal } from './update/processes.mjs';
import { currentRelease, forget, forgetHalfMade, inReleases } from './update/releases.mjs';
import { startedAgain, startedOn } from './update/service.mjs';
import { takeUpUpdate, tryAndSwitch } from './update/take-up.mjs';
import { unpack, versionOf } from './update/unpack.mjs';
import { main, Unready } from './run.mjs';

/** @typedef {import('./update/hub-process.mjs').Setting} Setting */

/** `npm run update -- FOLDER-OR-ARCHIVE`: a newer release, on trial; what does not come up is taken back. */
main(async () => {
  const source = process.argv[2];
  if (source === undefined)
    throw new Unready(
      '要升级到哪个版本？ Say which release: npm run update -- FOLDER-OR-ARCHIVE (.tar.gz, .zip)',
    );
  outliveTerminal();
  try {
    mkdirSync(inReleases(), { recursive: true });
    // Also of an update that comes to nothing the hub's account reads what there is.
    giveReleases(settingNow());
    forgetHalfMade();
  } catch (error) {
    throw notKept(error);
  }
  if (readIntent() !== null)
    await takeUpUpdate().catch(({ message, code }) => {
      throw new Unready(message, code || 1);
    });

  console.log('· 检查并安装新版本 Looking through the new release, and installing it …');
  const { name, version } = await unpack(source).catch((error) => {
    throw notKept(error);
  });
  const setting = settingNow();
  const from = currentRelease();
  try {
    if (version === versionOf(from))
      console.log(`· 现在用的就是 ${version}，再装一遍 ${version} is what runs already; it is put in anew.`);
    giveReleases(setting);
  } catch (error) {
    forget(name);
    throw notKept(error);
  }

  const why = await onTrial({ from, to: name, version }, setting);
  const next = startedOn(setting.unit);
  if (why === null) {
    console.log(`\n✓ 已升级到 ${version}。 Updated to ${version}.${next}`);
    return 0;
  }
  console.error(`\n${why}`);
  console.error(
    `\n✗ 新版本 ${version} 没有起来，已经换回原来的版本，数据都在。 ` +
      `${version} did not come up; the release before is back, with all its data.${next}`,
  );
  return 1;
});

/**
 * Stops the hub, backs its data up and tries the new release on it. Whatever happens meanwhile, the hub is not left stopped.
 * @param {{ from: string, to: string, version: string }} change
 * @param {Setting} setting
 */
async function onTrial(change, setting) {
  mindSignals();
  try {
    goesOn();
    console.log('· 停下主机 Stopping the hub …');
    await stopHub(setting);
    console.log('· 备份 Backing up …');
    const backup = await backedUp(change.from, setting);
    console.log(`· 试用新版本 Trying ${change.version} …`);
    const intent = { ...change, backup, pid: process.pid, phase: /** @type {const} */ ('trial') };
    writeIntent(intent);
    return await tryAndSwitch(intent, setting);
  } catch (error) {
    if (!isBegun()) forget(change.to);
    const { message, code } = error instanceof Unready ? error : brokenOff(error);
    throw new Unready(`${message}${startedAgain(setting.unit)}`, code || 1);
  }
}

/**
 * Returns where the backup is.
 * @param {string} release the one in use
 * @param {Setting} setting
 */
async function backedUp(release, setting) {
  const said = await commandOf(release, ['src/hub/ops/backup/backup-command.ts'], setting).catch((error) => {
    goesOn();
    throw new Unready(`备份做不成，没有升级 The backup failed, so nothing was changed: ${error.message}`);
  });
  const [, backup = ''] = /Backed up: (.+?) \(/.exec(said) ?? [];
  return backup;
}

/** @param {unknown} error */
const brokenOff = (error) =>
  new Unready(
    isBegun()
      ? `升级没有做完，下次启动会接着做 The update broke off, and the next start takes it up: ${String(error)}`
      : `没有升级：请看看磁盘空间和权限 Nothing was changed; see to room and rights: ${String(error)}`,
  );

/** The disk or its rights did not let the release be kept: that is no bug, and wants a sentence. @param {unknown} error */
function notKept(error) {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Unready(
    `新版本放不下，没有换上：请看看磁盘空间和权限（或加 sudo） The release cannot be put here, so nothing was changed; see to room and rights, or use sudo: ${error.message}`,
  );
}
