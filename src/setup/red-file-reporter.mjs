import { relative } from 'node:path';

/**
 * What is read of a test file in a browser.
 * @typedef {{ name: string, passed: boolean, skipped: boolean, error?: { message: string } }} Test
 * @typedef {{ tests: readonly Test[], suites: readonly Suite[] }} Suite
 * @typedef {{ passed?: boolean, testFile: string, errors: readonly { message: string }[], testResults?: Suite }} Session
 */

/**
 * A reporter for the tests in a browser: says of each red file what `count-reporter.mjs` says of one of Node's, so that
 * `suite.mjs` reads both.
 */
export function redFileReporter(say = (/** @type {string} */ line) => console.log(line)) {
  return {
    /** @param {{ sessions: readonly Session[] }} run */
    onTestRunFinished({ sessions }) {
      for (const session of sessions.filter(({ passed }) => passed !== true)) tellOf(session, say);
    },
  };
}

/** @param {Session} session @param {(line: string) => void} say */
function tellOf({ testFile, testResults, errors }, say) {
  const file = relative(process.cwd(), testFile);
  const tests = testResults === undefined ? [] : within(testResults);
  const failed = tests.filter(({ passed, skipped }) => !passed && !skipped);
  const reasons = [
    ...failed.map(({ name, error }) => ({ name, why: error?.message })),
    ...errors.map(({ message }) => ({ name: file, why: message })),
  ];
  for (const { name, why = 'no reason given' } of reasons)
    say(`\n✗ ${name}\n  ${testFile}:1\n    ${why.split('\n')[0]}`);
  // A file that did not load, or did not end, is one test.
  const passed = tests.filter((test) => test.passed).length;
  say(`✗ ${file}: ${passed} of ${passed + Math.max(failed.length, 1)}`);
}

/** @param {Suite} suite @returns {readonly Test[]} */
const within = (suite) => [...suite.tests, ...suite.suites.flatMap(within)];
