import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24, root } from './paths.mjs';
import { ensurePostgres } from './postgres.mjs';
import { main } from './run.mjs';
import { runner, yielding } from './suite.mjs';

/** A face's tests run in a browser. */
const isOfAFace = /[/\\]features[/\\][^/\\]+[/\\](kiosk|board|console)[/\\]/;

/** @param {string} folder @returns {string[]} */
const testsUnder = (folder) =>
  readdirSync(inRoot(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isOfAFace.test(file))
    .sort();

/** @param {readonly string[]} folders @param {number} atOnce */
const nodeTests = (folders, atOnce) => [
  '--disable-warning=ExperimentalWarning',
  '--test',
  `--test-reporter=${inRoot('src', 'setup', 'count-reporter.mjs')}`,
  `--test-concurrency=${atOnce}`,
  ...folders.flatMap(testsUnder),
];

/** `npm test`: sets up what is missing, then everything that must pass. Names of parts as arguments run only those. */
main(async () => {
  process.chdir(root);
  await ensureInstalled();
  const env = { CHROMIUM_PATH: await ensureChromium() };
  const wtr = inRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js');
  /** @param {readonly string[]} args */
  const yields = (args) => runner(...yielding(node24, args), env);
  const parts = {
    lint: () => check('lint'),
    typecheck: () => check('typecheck'),
    node: () =>
      yields(
        nodeTests(['test/kernel', 'test/features', 'test/protocol', 'test/sw', 'test/setup', 'test/hub'], 3),
      ),
    sim: () => yields(nodeTests(['test/sim'], 1)),
    web: () => yields([wtr, '--config', '.web-test-runner.config.mjs']),
    e2e: () =>
      runner(node24, nodeTests(['test/e2e', 'test/faults', 'test/released', 'test/engines'], 3), env),
  };
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in parts));
  if (unknown !== undefined) {
    console.error(`No part of the tests is called ${unknown}. There are: ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  let passed = 0;
  let failed = 0;
  /** @param {keyof typeof parts} name */
  const one = async (name) => {
    const started = Date.now();
    console.log(`\n— ${name}`);
    const tally = await parts[name]();
    passed += tally.passed;
    failed += tally.failed;
    console.log(
      `  ${name}: ${tally.passed} passed, ${tally.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
    );
  };
  /** @param {string} name */
  const isAsked = (name) => asked.length === 0 || asked.includes(name);
  for (const name of /** @type {const} */ (['lint', 'typecheck'])) if (isAsked(name)) await one(name);
  if (['node', 'web', 'e2e'].some(isAsked)) await ensureBuilt();
  if (isAsked('node')) await ensurePostgres();
  if (isAsked('node')) await one('node');
  // Three mornings at a centre at once mostly wait, the others want a processor: they go on beside them, and let them go first.
  const beside = isAsked('e2e') ? one('e2e') : Promise.resolve();
  for (const name of /** @type {const} */ (['web', 'sim'])) if (isAsked(name)) await one(name);
  await beside;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
