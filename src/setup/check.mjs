import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { main } from './run.mjs';
import { oneCheck } from './suite.mjs';

/** @param {string} name @param {string} path */
const bin = (name, path) => inRoot('node_modules', name, path);
const tsc = bin('typescript', 'bin/tsc');
const runtimes = ['src/kernel', 'src', 'src/sw', 'src/hub', 'src/setup', 'test'];

/** Everything that is checked without running the product, by the name it has in `npm run`. */
const checks = {
  /** One compiler run a runtime: each sees just what it will have. */
  typecheck: () => runtimes.map((project) => /** @type {const} */ ([node24, [tsc, '-p', project]])),
  lint: () =>
    /** @type {const} */ ([
      [node24, [bin('oxlint', 'bin/oxlint'), '--quiet', '--deny-warnings', 'src', 'test', 'vite.config.ts']],
      [
        node24,
        [bin('oxfmt', 'bin/oxfmt'), '--check', 'src', 'test', 'kiosk-config', 'locales', '*.ts', '*.json'],
      ],
      [node24, [inRoot('src', 'setup', 'check-house.mjs')]],
    ]),
};

/** @param {keyof typeof checks} name */
export async function check(name) {
  const tallies = [];
  for (const [command, args] of checks[name]()) tallies.push(await oneCheck(command, args));
  return {
    passed: tallies.filter((one) => one.failed === 0).length,
    failed: tallies.filter((one) => one.failed > 0).length,
  };
}

const asked = process.argv[1]?.endsWith('check.mjs') ? process.argv[2] : undefined;
if (asked === 'lint' || asked === 'typecheck') {
  main(async () => {
    await ensureInstalled();
    const { failed } = await check(asked);
    console.log(failed === 0 ? `✓ ${asked}` : `✗ ${asked}: ${failed} of its commands found something`);
    return failed === 0 ? 0 : 1;
  });
}
