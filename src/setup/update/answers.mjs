import http from 'node:http';
import https from 'node:https';
import { connect } from 'node:net';

/** Where a hub of these settings answers from this machine. @param {NodeJS.ProcessEnv} env */
function addressOf(env) {
  const listening = env['HOST'] ?? '';
  const host = ['', '0.0.0.0', '::'].includes(listening) ? '127.0.0.1' : listening;
  return { host, port: Number(env['PORT'] ?? '8080') };
}

/** Whether somebody listens where the hub would. @param {NodeJS.ProcessEnv} env @returns {Promise<boolean>} */
export function isTaken(env) {
  return new Promise((done) => {
    const socket = connect(addressOf(env));
    const over = (/** @type {boolean} */ is) => () => {
      socket.destroy();
      done(is);
    };
    socket.setTimeout(5000).on('connect', over(true)).on('error', over(false)).on('timeout', over(false));
  });
}

/** Whether a hub is well, serves the app and answers who would sync; null when all is so. @param {NodeJS.ProcessEnv} env @param {string | null} version */
export async function whatIsWrong(env, version) {
  const health = await ask(env, '/api/health');
  if (health === null || health.status !== 200) return '没有回答 it does not answer';
  const { version: is, status, troubles = [] } = jsonOf(health.body);
  if (version !== null && is !== version) return `it says version ${String(is)}, not ${version}`;
  // What ails the disk or the centre's data is not the release's doing.
  if (status === 'bad' && troubles.length === 0) return 'it says that it is not well';
  const pull = await ask(env, '/sync/pull');
  if (pull === null || pull.status >= 500 || pull.status === 404)
    return '同步没有回答 it does not answer who would sync';
  const page = await ask(env, '/staff');
  return page?.status === 200 ? null : '页面打不开 it does not serve the app';
}

/** @param {string} text @returns {{ version?: unknown, status?: unknown, troubles?: unknown[] }} */
function jsonOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string} path @returns {Promise<{ status: number, body: string } | null>} */
function ask(env, path) {
  const secure = env['TLS_CERT'] !== undefined;
  return new Promise((done) => {
    const request = (secure ? https : http).get(
      { ...addressOf(env), path, timeout: 5000, rejectUnauthorized: false },
      (answer) => {
        let body = '';
        answer.on('data', (data) => (body += data));
        answer.on('end', () => done({ status: answer.statusCode ?? 0, body }));
        answer.on('error', () => done(null));
      },
    );
    request.on('error', () => done(null));
    request.on('timeout', () => request.destroy());
  });
}
