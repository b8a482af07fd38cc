import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { ensureEspeak } from './espeak.mjs';
import { ensureInstalled } from './install.mjs';
import { freePorts } from './free-ports.mjs';
import { longFirst } from './long-first.mjs';
import { compileCache, inRoot, node24, root } from './paths.mjs';
import { ensurePostgres } from './postgres.mjs';
import { main } from './run.mjs';
import { afterAgain, mayBeShaken, runner, together, yielding } from './suite.mjs';

/** A face's tests run in a browser. */
const isOfAFace = /[/\\]features[/\\][^/\\]+[/\\](kiosk|board|console)[/\\]/;

/** @param {string} folder @returns {string[]} */
const testsUnder = (folder) =>
  readdirSync(inRoot(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isOfAFace.test(file))
    .sort();

/**
 * @param {readonly string[]} files
 * @param {number} atOnce how many, each in a process of its own; 0 for all one after the other in one
 */
const nodeTests = (files, atOnce) =>
  atOnce === 0
    ? [
        ...['--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none'],
        `--test-reporter=${inRoot('src', 'setup', 'count-reporter.mjs')}`,
        ...files,
      ]
    : [inRoot('src', 'setup', 'in-order.mjs'), String(atOnce), ...longFirst(files)];

/** The tests in a browser, in two pieces, each with a browser, and what it keeps, to itself. */
const webPieces = [
  ['test/shells/kiosk-[a-q]*.test.ts', 'test/{app,store}/**/*.test.ts'],
  [
    'test/shells/!(kiosk-[a-q]*).test.ts',
    'test/shells/*/**/*.test.ts',
    'test/ui/**/*.test.ts',
    'test/features/*/{kiosk,board,console}/**/*.test.ts',
  ],
];

/** More red files than these are no accident of a busy machine: of those that were late, and of those that saw something wrong. */
const MOST_AGAIN = { late: 12, wrong: 3 };

/** `npm test`: sets up what is missing, then everything that must pass. Names of parts as arguments run only those. */
main(async () => {
  process.chdir(root);
  await ensureInstalled();
  // A process a file: what one has compiled the next finds, and its types taken off.
  const env = { CHROMIUM_PATH: await ensureChromium(), ...compileCache };
  const wtr = inRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js');
  /** @param {readonly string[]} args @param {number} by */
  const yields = (args, by = 10) => runner(...yielding(node24, args, by), env);
  /** @param {readonly string[]} folders @returns {readonly string[]} */
  const filesOf = (folders) => folders.flatMap(testsUnder);
  // What is worked out alone, of which no file leaves the next anything: to start a process for each cost more than they do.
  const pureFiles = filesOf(['test/kernel', 'test/i18n', 'test/features', 'test/protocol', 'test/sw']);
  const nodeFiles = filesOf(['test/setup', 'test/hub']);
  const e2eFiles = filesOf(['test/e2e', 'test/faults', 'test/released', 'test/engines']);
  /** @param {readonly string[]} files @param {number | undefined} port */
  const webTests = (files, port = 0) =>
    yields([
      ...[wtr, '--config', '.web-test-runner.config.mjs', '--port', String(port)],
      ...files.flatMap((file) => ['--files', file]),
    ]);
  /**
   * What runs a part's files; given some of them, these alone, one after the other.
   * @type {Record<'node' | 'sim' | 'web' | 'e2e', (only?: readonly string[]) => Promise<import('./suite.mjs').Tally>>}
   */
  const suites = {
    node: async (only) => {
      if (only) return yields(nodeTests(only, 1));
      const [pure, others] = [yields(nodeTests(pureFiles, 0)), yields(nodeTests(nodeFiles, 3))];
      return together([await pure, await others]);
    },
    sim: (only) => yields(nodeTests(only ?? filesOf(['test/sim']), 1), only ? 10 : 19),
    web: async (only) => {
      const pieces = only ? [only] : webPieces;
      const ports = await freePorts(pieces.length);
      return together(await Promise.all(pieces.map((files, at) => webTests(files, ports[at]))));
    },
    e2e: (only) => runner(node24, nodeTests(only ?? e2eFiles, only ? 1 : 3), env),
  };
  const parts = { lint: () => check('lint'), typecheck: () => check('typecheck'), ...suites };
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in parts));
  if (unknown !== undefined) {
    console.error(`No part of the tests is called ${unknown}. There are: ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  /** @type {Map<string, import('./suite.mjs').Tally>} */
  const tallies = new Map();
  /** @param {keyof typeof parts} name */
  const one = async (name) => {
    const started = Date.now();
    console.log(`\n— ${name}`);
    const tally = await parts[name]();
    tallies.set(name, tally);
    console.log(
      `  ${name}: ${tally.passed} passed, ${tally.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
    );
  };
  /** @param {string} name */
  const isAsked = (name) => asked.length === 0 || asked.includes(name);
  /** One after the other. @param {readonly (keyof typeof parts)[]} names */
  const each = async (names) => {
    for (const name of names) if (isAsked(name)) await one(name);
  };
  await Promise.all([
    each(['lint']),
    each(['typecheck']),
    ['node', 'web', 'e2e'].some(isAsked) ? ensureBuilt() : undefined,
  ]);
  if (isAsked('node')) await ensurePostgres();
  if (['node', 'e2e'].some(isAsked)) await ensureEspeak();
  // Three mornings at a centre at once, and a browser's pages, mostly wait for each other: they go on side by side. Hubs that
  // start and stop want all the processor there is, and get it when the pages are done. The simulation has no clock but its own,
  // and takes from the first moment what the others leave.
  await Promise.all([each(['e2e']), each(['web', 'node']), each(['sim'])]);

  // What is red beside everything else has one more try alone, and two where it saw something wrong: that a machine had a bad minute is
  // told, and stays a fault to mend.
  const reds = [...tallies.values()].flatMap(({ red = [] }) => red);
  const why = [...tallies.values()].flatMap((tally) => tally.why ?? []);
  if (mayBeShaken(reds, MOST_AGAIN)) {
    for (const name of /** @type {(keyof typeof suites)[]} */ (Object.keys(suites))) {
      const first = tallies.get(name);
      if (!first?.red?.length) continue;
      console.log(`\n— ${name}, what was red once more`);
      const again = await suites[name](first.red.map(({ file }) => file));
      const wrong = first.red.filter(({ late }) => !late).map(({ file }) => file);
      const third = again.failed === 0 && wrong.length > 0 ? await suites[name](wrong) : undefined;
      tallies.set(name, afterAgain(first, third?.failed ? { ...again, failed: third.failed } : again));
      if (again.failed > 0 || third?.failed) continue;
      for (const { file, late } of first.red)
        console.log(
          late
            ? `  shaken: ${file} was late beside the others and passed alone`
            : `  shaken: ${file} saw something wrong beside the others and passed alone twice: mend it`,
        );
    }
  }
  if (why.length > 0) console.log(`\nWhat was red the first time:\n${why.join('\n')}`);
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    [...tallies.values()].reduce((sum, tally) => sum + tally[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
});
