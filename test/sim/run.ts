import { mechanisms } from './mechanisms.ts';
import { runHistory } from './history.ts';

/** `npm run sim -- [--seeds N] [--from K] [--seed K] [--off MECHANISM]` */
const args = new Map<string, string>();
process.argv.slice(2).forEach((word, index, all) => {
  if (word.startsWith('--')) args.set(word.slice(2), all[index + 1] ?? '');
});

const off = args.get('off');
if (off !== undefined && !mechanisms.has(off)) {
  console.error(
    `No mechanism is named ${off}. There are:\n${[...mechanisms].map(([name, { says }]) => `  ${name}: ${says}`).join('\n')}`,
  );
  process.exit(2);
}
const tamper = () => (off === undefined ? {} : (mechanisms.get(off)?.off() ?? {}));
const alone = args.get('seed');
const from = Number(alone ?? args.get('from') ?? 1);
const count = alone === undefined ? Number(args.get('seeds') ?? 500) : 1;
const startedAt = performance.now();
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const ending = await runHistory(seed, tamper(), alone !== undefined);
  if (alone !== undefined) console.log(ending.trace.join('\n'));
  if (ending.violation === null) continue;
  failed += 1;
  if (off === undefined || failed <= 5) {
    console.log(`seed ${seed}: ${ending.violation}`);
    if (off === undefined && alone === undefined) {
      const { trace } = await runHistory(seed, tamper(), true);
      console.log(`${trace.slice(-60).join('\n')}\nAlone: npm run sim -- --seed ${seed}`);
    }
  }
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `${count} histories${off === undefined ? '' : ` without ${off}`}, ${failed} failed, ${seconds} s`,
);
process.exitCode = off === undefined && failed > 0 ? 1 : 0;
