import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Unready } from '../run.mjs';
import { inReleases } from './releases.mjs';

/**
 * An update under way: written before the data is touched and removed when one release stands for good, so that after a
 * power cut the next start takes it up.
 * @typedef {{ from: string, to: string, version: string, backup: string, pid: number, phase: 'trial' | 'back' }} Intent
 */

const intentFile = () => inReleases('update.json');

/**
 * What cannot be read is not nothing: the data may be the new release's already, and the one before would start on it.
 * @returns {Intent | null}
 */
export function readIntent() {
  try {
    const intent = JSON.parse(readFileSync(intentFile(), 'utf8'));
    if (isIntent(intent)) return intent;
    throw new Error('it is not what an update writes');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Unready(
      `上次升级没有做完，它的记录 ${intentFile()} 读不了，所以没有启动：请把它的权限还给主机的账号；内容坏了的，先恢复升级前的备份（npm run restore），再删掉它。 ` +
        `An update was interrupted and its note cannot be read, so nothing is started. Give that file back to the hub's account; where what it says is damaged, put back the backup made before the update (npm run restore), then remove it: ${String(error)}`,
      78,
    );
  }
}

/** Whether an update has begun on the data, readable or not. */
export const isBegun = () => existsSync(intentFile());

/** @param {unknown} value @returns {value is Intent} */
function isIntent(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, version, backup, pid, phase } = /** @type {Record<string, unknown>} */ (value);
  return (
    [from, to, version, backup].every((one) => typeof one === 'string') &&
    Number.isInteger(pid) &&
    (phase === 'trial' || phase === 'back')
  );
}

/** @param {Intent | null} intent */
export function writeIntent(intent) {
  if (intent === null) return rmSync(intentFile(), { force: true });
  const part = `${intentFile()}.part`;
  // A half-written one may be root's, which its owner may remove but not write.
  rmSync(part, { force: true });
  writeFileSync(part, JSON.stringify(intent), { flush: true });
  // Root writes it and the hub's account reads it, whatever root keeps to itself elsewhere.
  chmodSync(part, 0o644);
  const { uid, gid } = statSync(inReleases());
  if (process.getuid?.() === 0) chownSync(part, uid, gid);
  renameSync(part, intentFile());
}
