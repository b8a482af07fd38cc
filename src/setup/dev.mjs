import { spawn } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24, root } from './paths.mjs';
import { main } from './run.mjs';

/** `npm run dev`: the hub, restarted when its code changes, and the faces from Vite with reload, which passes the hub's calls on. */
main(async () => {
  await ensureInstalled();
  const port = process.env['PORT'] ?? '8080';
  // The links lead to Vite, which passes the hub's calls on.
  const env = {
    ...process.env,
    PORT: port,
    LELING_HUB: `http://localhost:${port}`,
    LELING_URL: process.env['LELING_URL'] ?? 'http://localhost:5173',
  };
  const children = [
    [
      node24,
      '--watch-path=src/hub',
      '--watch-path=src/kernel',
      '--watch-path=src/features',
      '--watch-path=src/protocol',
      'src/hub/main.ts',
      ...process.argv.slice(2),
    ],
    [node24, inRoot('node_modules', 'vite', 'bin', 'vite.js')],
  ].map(([command = '', ...args]) => spawn(command, args, { stdio: 'inherit', env, cwd: root }));
  const stop = () => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGTERM', stop).on('SIGINT', stop);
  await Promise.race(children.map((child) => new Promise((resolve) => child.on('close', resolve))));
  stop();
});
