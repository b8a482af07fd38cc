import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/setup/build.mjs';
import { firefox, oldChromium, thisChromium } from './drivers/puppeteer.ts';
import { wpe } from './drivers/wpe.ts';
import { round, steps, type Report } from './round.ts';

/** `npm run test:engines [-- --only "Chromium 80,WPE WebKit"]`: a morning at the centre in each engine, and a table. */
const engines = [
  oldChromium(80),
  oldChromium(86),
  oldChromium(92),
  oldChromium(108),
  thisChromium,
  firefox,
  wpe,
];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const asked = only === undefined ? engines : engines.filter(({ name }) => only.split(',').includes(name));
if (asked.length === 0) {
  console.error(`No such engine. There are: ${engines.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
await ensureBuilt();
const reports: Report[] = [];
for (const engine of asked) {
  const profile = mkdtempSync(join(tmpdir(), 'leling-engine-'));
  console.log(`· ${engine.name} …`);
  const report = await round(engine, profile);
  rmSync(profile, { recursive: true, force: true });
  reports.push(report);
  for (const [step, { mark, why }] of report.marks)
    if (why !== null) console.log(`  ${mark} ${step}: ${why}`);
}

const wide = Math.max(...reports.map(({ name }) => name.length));
console.log(`\n${' '.repeat(wide)}  ${steps.join('  ')}`);
for (const { name, version, marks } of reports) {
  const row = steps.map((step) => (marks.get(step)?.mark ?? '✗').padEnd(step.length));
  console.log(`${name.padEnd(wide)}  ${row.join('  ')}  ${version}`);
}
const failed = reports.flatMap(({ marks }) => steps.filter((step) => (marks.get(step)?.mark ?? '✗') === '✗'));
console.log(`\n${failed.length === 0 ? 'All engines do what they can.' : `${failed.length} steps failed.`}`);
process.exit(failed.length === 0 ? 0 : 1);
