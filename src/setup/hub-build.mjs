import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hubFlags, inRoot, node24, root } from './paths.mjs';
import { run } from './run.mjs';
import { isAlive } from './update/processes.mjs';

/**
 * The hub as few files of plain JavaScript, with what it takes of its packages in them: it starts with half the work and holds a
 * tenth less memory than from its sources, which it runs from wherever this build is missing, or is not whole and of just them.
 */
const folder = inRoot('dist', 'hub');
/** Releases before this one know a hub by `main.ts` in its command, and are to find it when they update to this one. */
export const HUB_FILE = 'main.ts.js';
/** Names each file of the build and what all are made of, by their hashes. */
const LIST = 'made-of.json';
/** How it is built, and of which packages. */
const always = ['package-lock.json', 'src/setup/bundle-hub.mjs'];

/** @param {string} path */
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** @param {string} within @param {readonly string[]} files @returns {Record<string, string>} */
const hashes = (within, files) => Object.fromEntries(files.map((file) => [file, hashOf(join(within, file))]));

/** @param {string} within @param {Record<string, string>} listed */
const areStill = (within, listed) =>
  Object.entries(listed).every(([file, hash]) => hashOf(join(within, file)) === hash);

/**
 * Notes beside a build what is in it and what it is made of.
 * @param {string} into
 * @param {readonly string[]} modules the sources' paths, absolute
 */
export function listHub(into, modules) {
  const sources = modules.map((file) => relative(root, file).split(sep).join('/')).sort();
  const list = { files: hashes(into, readdirSync(into)), of: hashes(root, [...always, ...sources]) };
  writeFileSync(join(into, LIST), JSON.stringify(list));
}

/**
 * Whether what is built is whole, whatever cut its writing off, and of just these sources. A source that is new to the hub is
 * named by one that has changed for it.
 */
function isHubBuilt() {
  try {
    const { files, of } = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
    return HUB_FILE in files && areStill(root, of) && areStill(folder, files);
  } catch {
    return false;
  }
}

/** What Node is to run for a hub: its flags and its file. */
export const hubProgram = () =>
  isHubBuilt()
    ? [
        ...hubFlags,
        `--import=${pathToFileURL(inRoot('src', 'setup', 'source-lines.mjs')).href}`,
        join(folder, HUB_FILE),
      ]
    : [...hubFlags, inRoot('src', 'hub', 'main.ts')];

/**
 * Builds the hub unless what is built is of just these sources. It takes its place when it is whole. A hub that cannot be built
 * runs from its sources: no centre is to be without one for it.
 */
export async function ensureHubBuilt() {
  if (isHubBuilt()) return;
  const coming = `${folder}.coming-${process.pid}`;
  try {
    forgetHalfMade();
    await run(node24, [inRoot('src', 'setup', 'bundle-hub.mjs'), coming], { quiet: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(coming, folder);
  } catch (error) {
    // Another may have been first.
    if (!isHubBuilt()) console.error(`· The hub runs from its sources, with more memory: ${String(error)}`);
  } finally {
    rmSync(coming, { recursive: true, force: true });
  }
}

/** What builds that were cut off have left. */
function forgetHalfMade() {
  const dist = inRoot('dist');
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    const [, pid] = /^hub\.coming-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dist, name), { recursive: true });
  }
}
