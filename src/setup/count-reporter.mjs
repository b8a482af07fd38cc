/**
 * A reporter for node:test: failures with their reason, one line a file otherwise, and at the end a line that test.mjs adds up.
 * @param {AsyncIterable<any>} events
 */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  /** @type {Map<string, { passed: number, failed: number, ms: number }>} */
  const files = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.level !== 'info') yield `  ${data.message}\n`;
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite (or a file that only wraps its tests) is not a test; one that fails by itself is.
    const isWrapper = data.details?.type === 'suite' || data.name === data.file;
    const failedInside = data.details?.error?.failureType === 'subtestsFailed';
    const tally = files.get(data.file) ?? { passed: 0, failed: 0, ms: 0 };
    files.set(data.file, tally);
    if (data.nesting === 0) tally.ms += data.details?.duration_ms ?? 0;
    if (isWrapper && (type === 'test:pass' || failedInside)) continue;
    if (type === 'test:pass') {
      passed += 1;
      tally.passed += 1;
      continue;
    }
    if (failedInside) continue;
    failed += 1;
    tally.failed += 1;
    const error = data.details?.error?.cause ?? data.details?.error;
    yield `\n✗ ${data.name}\n  ${data.file}:${data.line}\n${indent(error?.stack ?? error?.message ?? String(error))}\n`;
  }
  for (const [file, tally] of files) {
    const name = file?.replace(`${process.cwd()}/`, '') ?? '?';
    yield `${tally.failed > 0 ? '✗' : '✓'} ${name}: ${tally.passed} of ${tally.passed + tally.failed} (${(tally.ms / 1000).toFixed(1)} s)\n`;
  }
  yield `= ${passed} passed, ${failed} failed\n`;
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
