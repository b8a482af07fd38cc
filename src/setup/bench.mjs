import { spawn } from 'node:child_process';
import { ensureChromium } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24, root } from './paths.mjs';
import { main } from './run.mjs';

/**
 * `npm run bench`: sets up what is missing, then measures. `-- --only sizes,cold`, or `-- old-centre`, measures only
 * those, `-- --quick` does fewer laps, `-- soak --changes 1000` so many changes in the soak. The JSON is all that reaches standard output.
 */
main(async () => {
  console.log = console.error;
  await ensureInstalled();
  await ensureBuilt();
  const env = { ...process.env, CHROMIUM_PATH: await ensureChromium() };
  const bench = spawn(
    node24,
    ['--disable-warning=ExperimentalWarning', inRoot('test', 'bench', 'run.ts'), ...process.argv.slice(2)],
    { cwd: root, env, stdio: 'inherit' },
  );
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT']))
    process.on(signal, () => bench.kill(signal));
  return await new Promise((resolve) => bench.on('close', (code) => resolve(code ?? 1)));
});
