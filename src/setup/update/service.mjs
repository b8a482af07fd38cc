import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Unready } from '../run.mjs';
import { home } from './releases.mjs';

const UNIT = 'leling-hub.service';

/**
 * The service that runs what is in this folder. Stopped, failed or between two tries, it is still how the hub runs here.
 * @typedef {{ name: string, state: string, env: Record<string, string> }} Unit `state`: systemd's word for it
 * @returns {Unit | null}
 */
export function unitHere() {
  const shown = (/** @type {string} */ property) =>
    systemctl('show', UNIT, `--property=${property}`, '--value');
  if (resolve(shown('WorkingDirectory') || '/') !== home) return null;
  const env = [...shown('Environment').matchAll(/(\w+)=("[^"]*"|\S*)/g)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^"|"$/g, ''),
  ]);
  return { name: UNIT, state: shown('ActiveState'), env: Object.fromEntries(env) };
}

/** @param {readonly string[]} args */
function systemctl(...args) {
  try {
    return execFileSync('systemctl', [...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** Also one between two tries: it would start in the middle of the next one. @param {Unit} unit */
const isUp = ({ state }) => !['inactive', 'failed'].includes(state);

/** @param {Unit} unit */
export function stopUnit(unit) {
  if (isUp(unit) && !told('stop', unit))
    throw new Unready(
      `服务停不下来，没有升级；请在前面加 sudo 再来一次 The service ${unit.name} cannot be stopped, so nothing was changed; do it again with sudo.`,
    );
}

/**
 * Starts the hub's service after a change. One that a person has stopped is that person's to start.
 * @param {Unit | null} unit
 * @returns {string} what is left to do
 */
export function startedOn(unit) {
  if (unit === null) return ` 现在请运行 Now: cd ${home} && npm start`;
  if (unit.state !== 'inactive') return startedWords(unit);
  return ` 服务原来是停着的，现在请运行 The service was stopped before; now: sudo systemctl start leling-hub`;
}

/**
 * Has the service as it was before we came.
 * @param {Unit | null} unit
 * @returns {string} what is left to do
 */
export function startedAgain(unit) {
  if (unit === null || !isUp(unit)) return '';
  const now = unitHere();
  return now !== null && isUp(now) ? '' : startedWords(unit);
}

/** @param {Unit} unit */
const startedWords = (unit) =>
  told('start', unit)
    ? ''
    : ` 服务没有启动；请运行 The service was not started; run: sudo systemctl start leling-hub`;

/** @param {'start' | 'stop'} what @param {Unit} unit */
function told(what, { name }) {
  try {
    execFileSync('systemctl', [what, name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
