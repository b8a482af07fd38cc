import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { forOwner } from './for-owner.mjs';
import { hubProgram } from './hub-build.mjs';
import { ensureInstalled } from './install.mjs';
import { hubEnvironment, node24, root } from './paths.mjs';
import { main } from './run.mjs';
import { goesOn } from './update/processes.mjs';
import { handedOver, home } from './update/releases.mjs';
import { takeUpUpdate } from './update/take-up.mjs';

/** `npm start`: installs and builds what is missing, then runs the hub till it is stopped. */
main(async () => {
  if (root === home) await takeUpUpdate();
  const elsewhere = handedOver('start.mjs');
  if (elsewhere !== null) return await elsewhere;
  await ensureInstalled();
  await ensureBuilt();
  goesOn();
  const hub = spawn(node24, [...hubProgram(), ...process.argv.slice(2)], {
    stdio: 'inherit',
    ...forOwner(),
    env: { NODE_ENV: 'production', ...hubEnvironment, ...process.env },
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => hub.kill(signal));
  return await new Promise((resolve) => hub.on('close', (code) => resolve(code ?? 1)));
});
