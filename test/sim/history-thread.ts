import { parentPort } from 'node:worker_threads';
import { runHistory } from './history.ts';
import { mechanisms } from './mechanisms.ts';
import type { Wanted } from './histories-apart.ts';

parentPort?.on('message', async ({ seed, without, seals = false, tracing = false }: Wanted) => {
  const tamper = without === undefined ? { seals } : mechanisms.get(without)?.off();
  if (tamper === undefined) throw new Error(`no mechanism is named ${without}`);
  parentPort?.postMessage(await runHistory(seed, tamper, tracing));
});
