import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * One part of the tests, run to its end with its output shown. `red` are its files in which a test failed: how many passed, and whether
 * the first that did not was only late; `why` names each failed test with its place and the first line of its reason.
 * @typedef {{ file: string, passed: number, failed: number, late: boolean }} RedFile
 * @typedef {{ passed: number, failed: number, red?: readonly RedFile[], why?: readonly string[] }} Tally
 */

/**
 * A command that is right or wrong as a whole: it counts as one test.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
export async function oneCheck(command, args) {
  const { code } = await show(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Which lets others on this machine go first. Windows has no such word.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} by how much, 19 at most: that takes only what all the others leave
 * @returns {readonly [string, readonly string[]]}
 */
export const yielding = (command, args, by) =>
  process.platform === 'win32' ? [command, args] : ['nice', ['-n', String(by), command, ...args]];

/**
 * A test runner that ends with "N passed, N failed". No such line, or a bad exit code with no failure, is a failure.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
export async function runner(command, args, env = {}) {
  const { code, text } = await show(command, args, env);
  const tally = tallyOf(text, code);
  if (tally === null) console.error(`✗ ${command} ran no test`);
  return tally ?? { passed: 0, failed: 1 };
}

/**
 * What a test runner has said.
 * @param {string} text
 * @param {number} code it has ended with
 * @returns {Tally | null} null where it ran no test
 */
export function tallyOf(text, code) {
  const last = [...text.matchAll(/(\d+) passed, (\d+) failed/g)].pop();
  if (last === undefined) return null;
  const why = reasons(text);
  const red = redFiles(text, why);
  const passed = Number(last[1]);
  // A file that did not even load is counted by its line alone.
  const failed = Math.max(Number(last[2]), sum(red, 'failed'));
  if (passed + failed === 0) return null;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, red, why };
}

/** How a wait that ran out says so: of Node's tests, the browser's, Playwright and our own. */
const LATE = /\btime(out|d out)\b|did not finish|not within \d+ s/i;

/**
 * What our reporters say of the files with a failed test.
 * @param {string} text
 * @param {readonly string[]} why
 * @returns {readonly RedFile[]}
 */
const redFiles = (text, why) =>
  [...text.matchAll(/^✗ (\S+\.test\.ts): (\d+) of (\d+)/gm)].map(([, file = '', passed, of]) => {
    const first = why.find((reason) => reason.split('\n')[1]?.includes(`${file}:`));
    return {
      file,
      passed: Number(passed),
      failed: Number(of) - Number(passed),
      // What fails after it may follow from it.
      late: LATE.test(first?.split('\n')[2] ?? ''),
    };
  });

/** What our reporters say of a failed test. @param {string} text */
const reasons = (text) => [...text.matchAll(/^✗ .+\n {2}\S+:\d+\n {4}.*$/gm)].map(([reason]) => reason);

/** @param {readonly RedFile[]} files @param {'passed' | 'failed'} key */
const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);

/**
 * The tally of a part that was run in several pieces.
 * @param {readonly Tally[]} pieces
 * @returns {Tally}
 */
export const together = (pieces) => ({
  passed: pieces.reduce((total, { passed }) => total + passed, 0),
  failed: pieces.reduce((total, { failed }) => total + failed, 0),
  red: pieces.flatMap(({ red = [] }) => red),
  why: pieces.flatMap(({ why = [] }) => why),
});

/**
 * Whether so few files are red that the machine, and not the change, may be at fault.
 * @param {readonly RedFile[]} reds
 * @param {{ late: number, wrong: number }} most
 */
export function mayBeShaken(reds, most) {
  const late = reds.filter((red) => red.late).length;
  return late <= most.late && reds.length - late <= most.wrong;
}

/**
 * The tally of a part of which the red files were run a second time: the second time counts.
 * @param {Tally} first
 * @param {Tally} again
 * @returns {Tally}
 */
export function afterAgain({ passed, failed, red = [] }, again) {
  return {
    ...again,
    passed: passed - sum(red, 'passed') + again.passed,
    failed: failed - sum(red, 'failed') + again.failed,
  };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, text: string }>}
 */
function show(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      process.stdout.write(data);
    });
    child.stderr.on('data', (data) => process.stderr.write(data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
