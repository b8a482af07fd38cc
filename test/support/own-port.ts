import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Ports of this test process alone, none that the system gives out by itself: such a port is let go of before the program
 * that is to have it takes it, or while that is down, and whoever asks the system for one then may be given it.
 */
const FIRST = 20_000;
const BLOCKS = 400;
const IN_BLOCK = 30;

let block = process.pid % BLOCKS;
let last = IN_BLOCK;

/** One after the other, however many are asked for at once. */
let turn: Promise<unknown> = Promise.resolve();

/** A port for a program that a test starts. */
export function ownPort(): Promise<number> {
  const mine = turn.then(next);
  turn = mine.catch(() => undefined);
  return mine;
}

async function next(): Promise<number> {
  for (;;) {
    if (last + 1 >= IN_BLOCK) await claimNext();
    last += 1;
    const port = FIRST + block * IN_BLOCK + last;
    const server = await listening(port);
    if (server === null) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** The first port of a block is kept till this process ends: that says to others whose the rest is. */
async function claimNext(): Promise<void> {
  for (let tries = 0; tries < BLOCKS; tries += 1) {
    block = (block + 1) % BLOCKS;
    const kept = await listening(FIRST + block * IN_BLOCK);
    if (kept === null) continue;
    kept.unref();
    last = 0;
    return;
  }
  throw new Error('every block of ports is taken');
}

/** Null where somebody has it. */
async function listening(port: number): Promise<Server | null> {
  const server = createServer().listen(port);
  return once(server, 'listening').then(
    () => server,
    () => null,
  );
}
