import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports of this test process alone, none that the system gives out by itself: such a port is let go of before the program
 * that is to have it takes it, and two tests beside each other would hear each other's hubs.
 */
let last = 20_000 + (process.pid % 400) * 30;

/** A port for a program that a test starts. */
export async function ownPort(): Promise<number> {
  for (;;) {
    last += 1;
    if (await isFree(last)) return last;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return free;
}
