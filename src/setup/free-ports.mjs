import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that a system gives out by itself, and beside those that the tests' own programs have. */
const FIRST = 16_000;
const LAST = 19_999;

/**
 * As many ports as are wanted on which nothing listens. They are taken some seconds later: a port of the system's own would be
 * another program's by then now and then.
 * @param {number} count
 * @returns {Promise<readonly number[]>}
 */
export async function freePorts(count) {
  const begin = process.pid % 200;
  /** @type {number[]} */
  const ports = [];
  for (let port = FIRST + begin * 20; port <= LAST && ports.length < count; port += 1)
    if (await isFree(port)) ports.push(port);
  return ports;
}

/** @param {number} port */
async function isFree(port) {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (free) await once(server.close(), 'close');
  return free;
}
