import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readlinkSync, statfsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Unready } from '../run.mjs';

/** Far more than a release holds. */
const MOST_MB = Number(process.env['LELING_UPDATE_MOST_MB'] ?? 1024);
const LOOK_EVERY_MS = 100;

/**
 * Unpacks an archive into an empty folder. What is cut, swells without end or reaches out of the folder ends in one
 * sentence: other programs' words are nothing to a shopkeeper. Returns the folder that the release lies in.
 * @param {string} from
 * @param {string} into
 */
export async function extracted(from, into) {
  const tools = toolsFor(from, into);
  const name = basename(from);
  if (tools.length === 0)
    throw new Unready(
      `打不开 ${name}：要 .tar.gz、.zip 或文件夹 It cannot be opened: it is no .tar.gz, .zip or folder.`,
    );
  const mostBytes = roomFor(into);
  let isThere = false;
  for (const [command = '', ...args] of tools) {
    const end = await unpacked(command, args, into, mostBytes);
    if (end === 'too-large')
      throw new Unready(
        `${name} 解开以后太大，没有换上 It unpacks to more than ${Math.floor(mostBytes / (1 << 20))} MB, which is no release, or more than this disk has room for; nothing was changed.`,
      );
    if (end === 'done') {
      const [only, ...more] = readdirSync(into, { withFileTypes: true });
      return only?.isDirectory() === true && more.length === 0 ? join(into, only.name) : into;
    }
    isThere ||= end === 'failed';
  }
  throw new Unready(
    isThere
      ? `打不开 ${name}：文件不完整，或者不是这种压缩包；请重新拷一次 ${name} cannot be opened: it is not whole, or no such archive; copy it again.`
      : `打不开 ${name}：请先安装 unzip ${name} cannot be opened: install unzip first.`,
  );
}

/** @param {string} from @param {string} into @returns {readonly (readonly string[])[]} */
function toolsFor(from, into) {
  // Whoever packed it gives no file here an owner, or rights beyond a program's.
  if (/\.(tar\.gz|tgz)$/.test(from))
    return [['tar', '-xzf', from, '-C', into, '--no-same-owner', '--no-same-permissions']];
  if (!from.endsWith('.zip')) return [];
  return [
    ['unzip', '-q', from, '-d', into],
    ['python3', '-m', 'zipfile', '-e', from, into],
  ];
}

/** Half of what is free stays free: the hub that runs needs some of it. @param {string} folder */
function roomFor(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(MOST_MB * 2 ** 20, (bavail * bsize) / 2);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} into
 * @param {number} mostBytes
 * @returns {Promise<'done' | 'failed' | 'missing' | 'too-large'>}
 */
function unpacked(command, args, into, mostBytes) {
  return new Promise((done) => {
    const child = spawn(command, [...args], { stdio: 'ignore' });
    let isTooLarge = false;
    const look = () => {
      if (isTooLarge || sizeOf(into) <= mostBytes) return;
      isTooLarge = true;
      child.kill('SIGKILL');
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    child.on('error', () => {
      clearInterval(looking);
      done('missing');
    });
    child.on('close', (code) => {
      clearInterval(looking);
      // What it has closed to us we could neither see nor put away again.
      spawnSync('chmod', ['-R', 'u+rwX', into]);
      look();
      done(isTooLarge ? 'too-large' : code === 0 ? 'done' : 'failed');
    });
  });
}

/** @param {string} folder */
const sizeOf = (folder) => entriesOf(folder, []).reduce((sum, { size }) => sum + size, 0);

/**
 * Sees that a release is made of files and folders, and of links to what is in it.
 * @param {string} folder
 * @param {readonly string[]} leftBehind what of it is not looked at
 */
export function keepsToItself(folder, leftBehind = []) {
  for (const { path, stat } of entriesOf(folder, leftBehind)) {
    const name = relative(folder, path);
    if (stat.isSymbolicLink()) {
      const target = resolve(dirname(path), readlinkSync(path));
      if (!target.startsWith(folder + sep))
        throw new Unready(
          `新版本里有指向外面的链接，没有换上 A link in the release, ${name} leads out of it; nothing was changed.`,
        );
    } else if (!stat.isFile() && !stat.isDirectory()) {
      throw new Unready(
        `新版本里有不是文件的东西，没有换上 In the release ${name} is no file; nothing was changed.`,
      );
    }
  }
}

/**
 * All that is in a folder; what goes while it is looked at is not in it.
 * @param {string} folder
 * @param {readonly string[]} leftBehind
 * @returns {{ path: string, size: number, stat: import('node:fs').Stats }[]}
 */
function entriesOf(folder, leftBehind) {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined || leftBehind.includes(path)) return [];
    return [{ path, size: stat.size, stat }, ...(stat.isDirectory() ? entriesOf(path, leftBehind) : [])];
  });
}

/** Nothing of a folder that its archive has closed to us, until it is unpacked. @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
