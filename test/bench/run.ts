import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchContext, Figure, Measure } from './figures.ts';
import { machineFacts } from './machine.ts';
import { coach } from './measures/coach.ts';
import { cold } from './measures/cold.ts';
import { checkin } from './measures/checkin.ts';
import { drain } from './measures/drain.ts';
import { drift } from './measures/drift.ts';
import { emergency } from './measures/emergency.ts';
import { flood } from './measures/flood.ts';
import { inserts } from './measures/inserts.ts';
import { oldCentre } from './measures/old-centre.ts';
import { phone } from './measures/phone.ts';
import { press, pressSlowDisk } from './measures/press.ts';
import { pull } from './measures/pull.ts';
import { queue } from './measures/queue.ts';
import { screens } from './measures/screens.ts';
import { search } from './measures/search.ts';
import { sizes } from './measures/sizes.ts';
import { soak } from './measures/soak.ts';
import { statistics } from './measures/statistics.ts';
import { tour } from './measures/tour.ts';
import { videoGap } from './measures/video-gap.ts';
import { visits } from './measures/visits.ts';

/** `npm run bench`: measures DESIGN's budgets and prints one JSON document; what is going on goes to the error output. */
const measures: Readonly<Record<string, Measure>> = {
  sizes,
  cold,
  press,
  'press-slow-disk': pressSlowDisk,
  flood,
  screens,
  emergency,
  'video-gap': videoGap,
  drift,
  coach,
  pull,
  drain,
  checkin,
  inserts,
  tour,
  queue,
  search,
  visits,
  soak,
  'old-centre': oldCentre,
  statistics,
  phone,
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    changes: { type: 'string' },
  },
});
const asked = [...(values.only?.split(',') ?? []), ...positionals];
const names = asked.length === 0 ? Object.keys(measures) : asked;
const unknown = names.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(
    `Nothing to measure is called ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}.`,
  );
  process.exit(2);
}

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const machine = machineFacts(chromium);
const figures: Figure[] = [];
const failed: { measure: string; reason: string }[] = [];

const context: BenchContext = {
  quick: values.quick,
  changes: values.changes === undefined ? undefined : Number(values.changes),
  chromium,
  appDir: join(root, 'dist', 'app'),
  cacheDir: join(root, '.cache'),
  async scratch() {
    const folder = await mkdtemp(join(tmpdir(), 'leling-bench-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  },
  afterwards: (end) => void ends.push(end),
  say: (text) => console.error(`  ${text}`),
};

/** What the measure at work has to tidy up: hubs, browsers, folders. */
let ends: (() => Promise<unknown>)[] = [];
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void tidyUp().then(() => process.exit(1)));

for (const name of names) {
  const measure = measures[name];
  if (measure === undefined) continue;
  const started = Date.now();
  console.error(`· ${name} …`);
  try {
    const found = await measure(context);
    figures.push(...found);
    for (const one of found) console.error(`  ${mark(one)} ${one.name}: ${one.value}${wanted(one)}`);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failed.push({ measure: name, reason });
    console.error(`  ✗ ${name} failed: ${reason}`);
  }
  await tidyUp();
  console.error(`  ${name} took ${Math.round((Date.now() - started) / 1000)} s`);
}

process.stdout.write(
  `${JSON.stringify({ at: new Date().toISOString(), quick: values.quick, machine, figures, failed }, null, 2)}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);

async function tidyUp(): Promise<void> {
  const now = ends.reverse();
  ends = [];
  for (const end of now) await end().catch((error: unknown) => console.error(error));
}

function mark({ met }: Figure): string {
  return met === null ? '·' : met ? '✓' : '✗';
}

function wanted({ target }: Figure): string {
  return target === null ? '' : ` (target ${target})`;
}
