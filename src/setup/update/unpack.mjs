import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { run, Unready } from '../run.mjs';
import { extracted, keepsToItself } from './archive.mjs';
import { currentRelease, folderOf, home, inReleases } from './releases.mjs';

/** What a release must have; what is missing was lost on the way. */
const PARTS = [
  'package.json',
  'package-lock.json',
  'src/setup/prepare.mjs',
  'src/setup/start.mjs',
  'src/setup/command.mjs',
];
/** Of a folder that has been worked in: neither the product nor ours to copy. */
const LEFT_BEHIND = ['node_modules', '.git', '.cache', 'data', 'releases', 'coverage'];

/**
 * Brings a release, a folder or an archive, into a folder of its own, looks whether it is whole, and installs and builds
 * it there. Nothing that is in use is touched. Returns its name and version.
 * @param {string} source
 */
export async function unpack(source) {
  const from = resolve(source);
  if (!existsSync(from)) throw new Unready(`没有这个文件 There is no ${from}.`);
  const incoming = inReleases(`incoming-${process.pid}`);
  mkdirSync(incoming, { recursive: true });
  try {
    const folder = statSync(from).isDirectory() ? copied(from, incoming) : await extracted(from, incoming);
    keepsToItself(folder);
    const version = verified(folder);
    const name = `${version}-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await linkModules(from, folder);
    renameSync(folder, inReleases(name));
    await run(process.execPath, [inReleases(name, 'src', 'setup', 'prepare.mjs')], {
      cwd: inReleases(name),
      quiet: true,
      outlives: true,
    }).catch((error) => {
      rmSync(inReleases(name), { recursive: true, force: true });
      throw new Unready(
        `新版本装不好，没有换上 The new release cannot be installed or built: ${error.message}`,
      );
    });
    return { name, version };
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

/** @param {string} from @param {string} incoming */
function copied(from, incoming) {
  const folder = join(incoming, 'release');
  const left = LEFT_BEHIND.map((name) => join(from, name));
  keepsToItself(from, left);
  cpSync(from, folder, { recursive: true, filter: (path) => !left.includes(path) });
  return folder;
}

/** The version of a release that is whole. @param {string} folder */
function verified(folder) {
  for (const part of PARTS)
    if (!existsSync(join(folder, part)))
      throw new Unready(`新版本不完整，缺 ${part} The release is not whole: ${part} is missing.`);
  const { name, version } = packageOf(folder);
  const own = packageOf(home).name;
  if (name !== own) throw new Unready(`这不是本产品（${name}） This is ${name}, not ${own}.`);
  const sums = join(folder, 'SHA256SUMS');
  if (existsSync(sums)) checkSums(folder, readFileSync(sums, 'utf8'));
  return version;
}

/** @param {string} folder @param {string} text */
function checkSums(folder, text) {
  const listed = new Map(
    [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, sum = '', file = '']) => [
      file.replace(/^\.\//, ''),
      sum,
    ]),
  );
  for (const part of PARTS)
    if (!listed.has(part)) throw new Unready(`SHA256SUMS 里没有 ${part} It does not list ${part}.`);
  for (const [file, sum] of listed) {
    const path = resolve(folder, file);
    const is =
      path.startsWith(folder + sep) &&
      existsSync(path) &&
      createHash('sha256').update(readFileSync(path)).digest('hex');
    if (is !== sum)
      throw new Unready(
        `${file} 和 SHA256SUMS 对不上，没有换上 ${file} is not what SHA256SUMS says; nothing was changed.`,
      );
  }
}

/** What a release says it is. @param {string} release */
export const versionOf = (release) => packageOf(folderOf(release)).version;

/** @param {string} folder @returns {{ name: string, version: string }} */
function packageOf(folder) {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof name === 'string' && /^\d+\.\d+\.\d+[\w.-]*$/.test(version)) return { name, version };
  } catch {
    // Said below.
  }
  throw new Unready(`package.json 读不了 The package.json of ${folder} cannot be read.`);
}

/**
 * The packages, where they are installed already and are just these, so that an update that changes no package needs no
 * network: by second names where they are ours, else as a copy, which nobody else can change.
 * @param {string} from
 * @param {string} folder
 */
async function linkModules(from, folder) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  for (const [place, ways] of /** @type {const} */ ([
    [folderOf(currentRelease()), ['-al', '-a']],
    [from, ['-a']],
  ])) {
    const modules = join(place, 'node_modules');
    const stamp = join(modules, '.leling-installed');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) continue;
    const into = join(folder, 'node_modules');
    for (const how of ways) {
      rmSync(into, { recursive: true, force: true });
      if (
        await run('cp', [how, modules, into], { quiet: true }).then(
          () => true,
          () => false,
        )
      )
        return;
    }
  }
}
