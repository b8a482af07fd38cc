import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * One part of the tests, run to its end with its output shown.
 * @typedef {{ passed: number, failed: number }} Tally
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
 * @returns {readonly [string, readonly string[]]}
 */
export const yielding = (command, args) =>
  process.platform === 'win32' ? [command, args] : ['nice', ['-n', '10', command, ...args]];

/**
 * A test runner that ends with "N passed, N failed". No such line, or a bad exit code with no failure, is a failure.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
export async function runner(command, args, env = {}) {
  const { code, text } = await show(command, args, env);
  const lines = [...text.matchAll(/(\d+) passed, (\d+) failed/g)];
  const last = lines[lines.length - 1];
  if (last === undefined) {
    console.error(`✗ ${command} ran no test`);
    return { passed: 0, failed: 1 };
  }
  const tally = { passed: Number(last[1]), failed: Number(last[2]) };
  if (tally.passed === 0 && tally.failed === 0) console.error(`✗ ${command} ran no test`);
  const silent = (code !== 0 && tally.failed === 0) || tally.passed + tally.failed === 0;
  return silent ? { passed: tally.passed, failed: 1 } : tally;
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
