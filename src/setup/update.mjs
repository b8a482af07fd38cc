import { mkdirSync, rmSync } from 'node:fs';
import { home, currentRelease, inReleases, readIntent, writeIntent } from './update/releases.mjs';
import { commandOf, giveReleases, settingNow, startUnit, stopHub } from './update/hub-process.mjs';
import { takeUpUpdate, tryAndSwitch } from './update/take-up.mjs';
import { unpack, versionOf } from './update/unpack.mjs';
import { main, Unready } from './run.mjs';

/** `npm run update -- FOLDER-OR-ARCHIVE`: a newer release, on trial; what does not come up is taken back. */
main(async () => {
  const source = process.argv[2];
  if (source === undefined)
    throw new Unready(
      '要升级到哪个版本？ Say which release: npm run update -- FOLDER-OR-ARCHIVE (.tar.gz, .zip)',
    );
  try {
    mkdirSync(inReleases(), { recursive: true });
  } catch (error) {
    throw notKept(error);
  }
  if (readIntent() !== null) await takeUpUpdate();

  console.log('· 检查并安装新版本 Looking through the new release, and installing it …');
  const { name, version } = await unpack(source).catch((error) => {
    throw notKept(error);
  });
  const setting = settingNow();
  const from = currentRelease();
  if (version === versionOf(from))
    console.log(`· 现在用的就是 ${version}，再装一遍 ${version} is what runs already; it is put in anew.`);

  const backup = await backedUp(from, setting).catch((error) => {
    rmSync(inReleases(name), { recursive: true, force: true });
    throw error;
  });
  giveReleases(setting);

  console.log(`· 试用新版本 Trying ${version} …`);
  const intent = { from, to: name, version, backup, pid: process.pid, phase: /** @type {const} */ ('trial') };
  writeIntent(intent);
  const why = await tryAndSwitch(intent, setting);
  if (setting.unit !== null) startUnit(setting.unit);
  const next = setting.unit === null ? ` 现在请运行 Now: cd ${home} && npm start` : '';
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
 * Stops the hub and backs its data up. Returns where the backup is.
 * @param {string} release the one in use
 * @param {import('./update/hub-process.mjs').Setting} setting
 */
async function backedUp(release, setting) {
  console.log('· 停下主机 Stopping the hub …');
  await stopHub(setting);
  console.log('· 备份 Backing up …');
  const said = await commandOf(release, ['src/hub/ops/backup/backup-command.ts'], setting).catch((error) => {
    if (setting.unit !== null) startUnit(setting.unit);
    throw new Unready(`备份做不成，没有升级 The backup failed, so nothing was changed: ${error.message}`);
  });
  const [, backup = ''] = /Backed up: (.+?) \(/.exec(said) ?? [];
  return backup;
}

/** The disk or its rights did not let the release be kept: that is no bug, and wants a sentence. @param {unknown} error */
function notKept(error) {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Unready(
    `新版本放不下，没有换上：请看看磁盘空间和权限（或加 sudo） The release cannot be put here, so nothing was changed; see to room and rights, or use sudo: ${error.message}`,
  );
}
