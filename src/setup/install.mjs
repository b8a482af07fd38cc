import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, node24 } from './paths.mjs';
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
  console.log('· Installing packages (first time only, about a minute) …');
  // The host's Node may be older than some packages ask for; they run on the Node 24 installed with them.
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  if (!existsSync(node24)) {
    throw new Unready(
      `The packages are installed, but there is no Node 24 among them for ${process.platform} on ${process.arch}. ` +
        'Install Node 24 on this machine and try again.',
    );
  }
  writeFileSync(stamp, wanted);
}
