import { ensureBuilt } from '../../src/setup/build.mjs';
import { Chance } from '../sim/random.ts';
import { kinds } from './kinds/index.ts';
import { Tally } from './tally.ts';

/** `npm run faults -- [--rounds N] [--seed S] [--only KIND,KIND]`: damage of every kind in turn, drawn from seeds. */
const args = new Map<string, string>();
process.argv.slice(2).forEach((word, index, all) => {
  if (word.startsWith('--')) args.set(word.slice(2), all[index + 1] ?? '');
});

const only = args.get('only')?.split(',');
const unknown = only?.find((name) => !kinds.some((kind) => kind.name === name));
if (unknown !== undefined) {
  console.error(`No kind of damage is named ${unknown}. There are:`);
  for (const { name, says } of kinds) console.error(`  ${name}: ${says}`);
  process.exit(2);
}
const chosen = kinds.filter(({ name }) => only?.includes(name) ?? true);
const rounds = Number(args.get('rounds') ?? chosen.length);
const from = Number(args.get('seed') ?? 1);
await ensureBuilt();
const tally = new Tally();
const startedAt = performance.now();

for (let seed = from; seed < from + rounds; seed += 1) {
  const kind = chosen[(seed - 1) % chosen.length];
  if (kind === undefined) break;
  try {
    const outcome = await kind.run(new Chance(seed));
    for (const found of tally.take(kind.name, outcome)) console.log(`seed ${seed} ${kind.name}: ${found}`);
  } catch (error) {
    tally.needsAHand(kind.name);
    console.log(
      `seed ${seed} ${kind.name}: needs a hand: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
for (const kind of chosen) await kind.end?.();
console.log(tally.table());
console.log(
  `${rounds} rounds, ${tally.failed} failed, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
);
process.exitCode = tally.failed > 0 ? 1 : 0;
