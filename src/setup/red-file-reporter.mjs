import { relative } from 'node:path';

/**
 * What is read of a test file in a browser.
 * @typedef {{ name: string, passed: boolean, skipped: boolean, error?: { message: string } }} Test
 * @typedef {{ tests: readonly Test[], suites: readonly Suite[] }} Suite
 * @typedef {{ passed?: boolean, testFile: string, errors: readonly { message: string }[], testResults?: Suite }} Session
 */

/**
 * A reporter for the tests in a browser: says of each file what `count-reporter.mjs` says of one of Node's, so that `suite.mjs`
 * reads both, and that it can be seen which of them a run spends its time on.
 */
export function redFileReporter(say = (/** @type {string} */ line) => console.log(line)) {
  let endedMs = Date.now();
  return {
    onTestRunStarted() {
      endedMs = Date.now();
    },
    /** One file runs at a time: what has passed since the one before is its own. @param {{ sessionsForTestFile: readonly Session[] }} file */
    reportTestFileResults({ sessionsForTestFile: [session] }) {
      const seconds = ((Date.now() - endedMs) / 1000).toFixed(1);
      endedMs = Date.now();
      if (session?.passed !== true) return;
      const passed = (session.testResults === undefined ? [] : within(session.testResults)).filter(isPassed);
      say(
        `✓ ${relative(process.cwd(), session.testFile)}: ${passed.length} of ${passed.length} (${seconds} s)`,
      );
    },
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
  const passed = tests.filter(isPassed).length;
  say(`✗ ${file}: ${passed} of ${passed + Math.max(failed.length, 1)}`);
}

/** @param {Suite} suite @returns {readonly Test[]} */
const within = (suite) => [...suite.tests, ...suite.suites.flatMap(within)];

/** @param {Test} test */
const isPassed = ({ passed }) => passed;
