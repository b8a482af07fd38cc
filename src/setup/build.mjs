import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compressFiles } from './compress.mjs';
import { ensureHubBuilt } from './hub-build.mjs';
import { ensureOurs } from './install.mjs';
import { inRoot, node24, root } from './paths.mjs';
import { run } from './run.mjs';

const stamp = inRoot('dist', '.leling-built');
/** What the app is made of; the hub and the tests are not. */
const ingredients = ['src', 'locales', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const notOfTheApp = ['src/hub', 'public/media'];

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (notOfTheApp.includes(relative(root, path))) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const full = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(full) : [full];
  });
}

/** Names the app by what it is made of. */
export function fingerprint() {
  const hash = createHash('sha256');
  const files = ingredients
    .map((name) => inRoot(name))
    .filter(existsSync)
    .flatMap((path) => (/\.(ts|json)$/.test(path) ? [path] : filesUnder(path)))
    .sort();
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Builds the app and the hub unless what is built is of just these sources. */
export async function ensureBuilt() {
  await ensureAppBuilt();
  await ensureHubBuilt();
}

async function ensureAppBuilt() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  ensureOurs('dist');
  ensureOurs('node_modules');
  console.log('· Building the app …');
  await run(node24, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    quiet: true,
  });
  compressFiles(inRoot('dist', 'app'));
  writeFileSync(stamp, wanted);
}
