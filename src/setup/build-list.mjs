import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * What the service worker holds against each file of a build before it keeps it.
 * @typedef {{ url: string, bytes: number, sha256: string }} Proof
 */

/** The worker is no part of the builds it judges, and what is compressed has its own name. */
const notListed = /^\/(sw\.js|build\.json)$|\.(br|gz|map)$/;

/**
 * Writes two lists beside a built app: `fonts.json` names the hundred parts of the typeface, `build.json` all else, that
 * list with them. Each file stands there with its length and its SHA-256. `build.json` is written last: where it is,
 * the build is whole.
 * @param {string} folder
 * @param {{ id: string, protocol: number }} build
 */
export function listBuild(folder, { id, protocol }) {
  const proofs = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => proofOf(folder, join(entry.parentPath, entry.name)))
    .filter(({ url }) => !notListed.test(url) && url !== '/fonts.json');
  const fonts = sorted(proofs.filter(({ url }) => url.endsWith('.woff2')));
  writeFileSync(join(folder, 'fonts.json'), JSON.stringify({ format: 1, files: fonts }));
  const files = proofs.filter(({ url }) => !url.endsWith('.woff2'));
  files.push(proofOf(folder, join(folder, 'fonts.json')));
  writeFileSync(
    join(folder, 'build.json'),
    JSON.stringify({ format: 1, id, protocol, files: sorted(files) }),
  );
}

/** @param {string} folder @param {string} file @returns {Proof} */
function proofOf(folder, file) {
  const content = readFileSync(file);
  const url = `/${relative(folder, file).split(sep).join('/')}`;
  return { url, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** @param {readonly Proof[]} proofs */
const sorted = (proofs) => [...proofs].sort((a, b) => (a.url < b.url ? -1 : 1));

/**
 * A Vite plugin that lists the build once all of it is written.
 * @param {{ folder: string, id: string, protocol: number }} build
 * @returns {import('vite').Plugin}
 */
export function buildList({ folder, id, protocol }) {
  let failed = false;
  return {
    name: 'leling-build-list',
    apply: 'build',
    enforce: 'post',
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        if (!failed) listBuild(folder, { id, protocol });
      },
    },
  };
}
