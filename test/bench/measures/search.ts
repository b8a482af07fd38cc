import { readings } from '../../../src/app/readings.ts';
import { searchOf } from '../../../src/features/policies/model/search.ts';
import { id } from '../../../src/kernel/ids.ts';
import { sampleOf } from '../../support/sample.ts';
import { atMost, quantile, rounded, type Measure } from '../figures.ts';

const POLICIES = 2000;
/** What is typed, key by key. */
const TYPED = ['gaolingjintie', 'changhuxian', 'xizao', 'db', '助餐', 'qqqqq', 'fwb'];

/** A city's benefits, searched at each key, on this machine as it is: a kiosk's is up to six times slower. */
export const search: Measure = async (context) => {
  const sample = sampleOf('policy');
  const policies = Array.from({ length: POLICIES }, (_, n) => {
    const policy = sample[n % sample.length];
    if (policy === undefined) throw new Error('the sample centre has no policies');
    return { ...policy, id: id<'PolicyId'>(`${policy.id}-${n}`), title: `${policy.title}第${n}号` };
  });
  const from = performance.now();
  const find = searchOf(policies, readings);
  const madeMs = performance.now() - from;
  const took: number[] = [];
  for (let round = 0; round < (context.quick ? 2 : 20); round += 1)
    for (const word of TYPED)
      for (let length = 1; length <= word.length; length += 1) {
        const start = performance.now();
        find(word.slice(0, length));
        took.push(performance.now() - start);
      }
  const detail = {
    policies: POLICIES,
    keys: took.length,
    p50: rounded(quantile(took, 0.5)),
    indexMs: rounded(madeMs),
  };
  return [atMost('search over 2,000 policies, each key (ms, p98)', quantile(took, 0.98), 16, detail)];
};
