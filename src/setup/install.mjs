import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { bringsNode, inRoot, node24, root } from './paths.mjs';
import { run, Unready } from './run.mjs';

const stamp = inRoot('node_modules', '.leling-installed');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

/** Installs the packages of package-lock.json unless just these are installed already. */
export async function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  ensureOurs('node_modules');
  console.log('· Installing packages (first time only, about a minute) …');
  // The host's Node may be older than some packages ask for; they run on the Node 24 installed with them.
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  if (!existsSync(node24)) {
    // npm leaves out, without a word, an optional package that does not come or is not what the lock file says.
    throw new Unready(
      bringsNode
        ? '要用的 Node 没有下载完整，请再运行一次。 The Node that belongs to it did not arrive whole: run this once more.'
        : `There is no Node for ${process.platform} on ${process.arch} among the packages. ` +
            'Install Node 24 or newer on this machine and try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

/** Says so where this folder is another account's: what root has put there, a service cannot install or build. @param {string} part */
export function ensureOurs(part) {
  for (const path of [root, inRoot(part)].filter(existsSync))
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new Unready(
        `这个文件夹归别的账号，${userInfo().username} 写不进去。 The account ${userInfo().username} may not write to ${path}.\n` +
          '  作为服务安装 To run as a service: sudo sh kiosk-config/linux/leling-install-hub',
        78,
      );
    }
}
