import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** A path inside the project. @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);
/** The package with the Node of this platform, if there is one for it. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
export const bringsNode =
  nodePackage in JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).optionalDependencies;
/**
 * The Node the product runs on: a package a platform, in the lock file by its hash, whatever the host has. Only platforms
 * without one need a Node 24 or newer of their own.
 */
export const node24 =
  bringsNode || Number(process.versions.node.split('.')[0]) < 24
    ? inRoot('node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    : process.execPath;
/** What is installed or built on demand and can be made again at any time. @param {...string} parts */
export const inCache = (...parts) => inRoot('.cache', ...parts);

/**
 * How the hub's Node is started: small young generations, compiled code kept on disk and memory that is given back take a third
 * off what it holds. Once it is up the hub keeps its heap small too (`src/hub/main.ts`).
 */
export const hubFlags = ['--max-semi-space-size=4'];
/** Compiled code kept on disk. */
export const compileCache = { NODE_COMPILE_CACHE: inCache('compile') };
export const hubEnvironment = {
  ...compileCache,
  // What is freed goes back to the machine (glibc's names): its own rule kept 15 MB of each start for good.
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
