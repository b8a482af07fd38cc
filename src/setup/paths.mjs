import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** A path inside the project. @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);
/** The Node the product runs on, whatever the host has: it comes with the npm package `node`. */
export const node24 = inRoot('node_modules', 'node', 'bin', 'node');
/** What is installed or built on demand and can be made again at any time. @param {...string} parts */
export const inCache = (...parts) => inRoot('.cache', ...parts);

/** How the hub's Node is started: small young generations and compiled code kept on disk take a quarter off its memory. */
export const hubFlags = ['--max-semi-space-size=4'];
export const hubEnvironment = { NODE_COMPILE_CACHE: inCache('compile') };
