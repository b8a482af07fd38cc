import { existsSync, readFileSync } from 'node:fs';
import { Unready } from '../run.mjs';

/** Whether a process lives. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process that was noted down lives still, and is what it was: a note outlives a power cut, and its number may
 * be another's by then, even our own.
 * @param {number} pid
 * @param {RegExp} what of its command
 */
export function isStill(pid, what) {
  if (pid === process.pid || !isAlive(pid)) return false;
  try {
    return what.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    // A machine that does not tell, or one that ended meanwhile.
    return isAlive(pid);
  }
}

/**
 * Whether a process is another or was started by it, at whatever remove; yes where a machine does not tell.
 * @param {number} pid
 * @param {number | undefined} other
 */
export function isOf(pid, other) {
  if (other === undefined || !existsSync('/proc/self/status')) return other !== undefined;
  for (let at = pid; at > 1; at = parentOf(at)) if (at === other) return true;
  return false;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

/** A line that drops half way must leave no house without its hub: the update goes on, and speaks to nobody. */
export function outliveTerminal() {
  process.on('SIGHUP', () => {});
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let isCut = false;

/** It ends with us; its terminal it does not know. @param {import('node:child_process').ChildProcess} child */
export function endsWithUs(child) {
  children.add(child);
  child.on('close', () => children.delete(child));
}

let isMinding = false;

/**
 * From now on a signal ends what we have started before it ends us, and is never off: one that comes just then would be
 * lost, and a hub started in spite of it.
 */
export function mindSignals() {
  if (isMinding) return;
  isMinding = true;
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGINT']);
  if (process.listenerCount('SIGHUP') === 0) signals.push('SIGHUP');
  for (const signal of signals)
    process.on(signal, () => {
      isCut = true;
      for (const child of children) child.kill('SIGTERM');
    });
}

export const wasCut = () => isCut;

/** Who was told to end judges nothing any more, and begins nothing. */
export function goesOn() {
  if (isCut)
    throw new Unready(
      '按要求停下了；升级没有做完的，下次启动会接着做 Stopped as told; what of the update is not done, the next start takes up.',
      0,
    );
}
