import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** A command ended with another code than 0, or could not be started. */
class CommandFailed extends Error {
  /** @param {string} command @param {number | null} code @param {string} [why] */
  constructor(command, code, why) {
    super(`${command}: ${why ?? `ended with code ${code}`}`);
    this.code = code ?? 1;
  }
}

/**
 * Runs a command to its end with our own output streams, passing on what stops us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, outlives?: boolean }} [options] `quiet`: its output is shown only when it fails; `outlives`: a terminal that closes does not end it.
 * @returns {Promise<void>} rejects with CommandFailed
 */
export function run(command, args, { env = process.env, cwd = root, quiet = false, outlives = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      detached: outlives,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.on('error', (error) => reject(new CommandFailed(command, null, error.message)));
    child.on('close', (code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      if (code === 0) return resolve();
      if (quiet) process.stderr.write(said);
      reject(new CommandFailed([command, ...args].join(' '), code));
    });
  });
}

/**
 * Runs a set-up script's body: a failure ends the process with a sentence rather than a stack.
 * @param {() => Promise<number | void>} body returns the exit code; none means 0
 */
export function main(body) {
  body().then(
    (code) => process.exit(code ?? 0),
    (error) => {
      console.error(
        error instanceof CommandFailed || error instanceof Unready ? `\n✗ ${error.message}` : error,
      );
      process.exit(error instanceof CommandFailed || error instanceof Unready ? error.code : 1);
    },
  );
}

/** This machine lacks something; the message says what to do. */
export class Unready extends Error {
  /** @param {string} message @param {number} [code] 78 where a service is not to try again before a person has been there */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}
