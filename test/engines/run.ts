import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/setup/build.mjs';
import { firefox, oldChromium, thisChromium } from './drivers/puppeteer.ts';
import { wpe } from './drivers/wpe.ts';
import { round, steps, type Report } from './round.ts';
import { stand } from './stand.ts';

/**
 * `npm run test:engines [-- --only "Chromium 80,WPE WebKit"] [--stand MINUTES]`: a morning at the centre in each engine, and
 * a table; or televisions of all of them that stand for so long, and what they say of themselves then.
 */
const engines = [
  oldChromium(80),
  oldChromium(86),
  oldChromium(92),
  oldChromium(108),
  thisChromium,
  firefox,
  wpe,
];

const { only, stand: minutes } = parseArgs({
  options: { only: { type: 'string' }, stand: { type: 'string' } },
}).values;
const asked = only === undefined ? engines : engines.filter(({ name }) => only.split(',').includes(name));
if (asked.length === 0) {
  console.error(`No such engine. There are: ${engines.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
await ensureBuilt();
const newProfile = (): string => mkdtempSync(join(tmpdir(), 'leling-engine-'));

if (minutes !== undefined) {
  const all = asked.map((engine) => ({ engine, profile: newProfile() }));
  const stood = await stand(all, Number(minutes));
  for (const { profile } of all) rmSync(profile, { recursive: true, force: true });
  for (const { name, showing, said, cannot } of stood)
    console.log(`${name}: ${showing}, ${said.length === 0 ? 'nothing said' : (cannot ?? said.join('; '))}`);
  process.exit(stood.every(({ said, cannot }) => said.length === 0 || cannot !== undefined) ? 0 : 1);
}

const reports: Report[] = [];
for (const engine of asked) {
  const profile = newProfile();
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
