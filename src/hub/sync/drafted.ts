import type { AnyRowKind } from '../../kernel/noun.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { rowKinds } from '../../features/registry.ts';
import type { RowChange } from '../../protocol/hub/house-rules.ts';

type Rows = Pick<RowTx, 'get' | 'list'>;

/** What was written is a row of its kind, which is what gives it its type. */
type Without = (tx: Rows, row: unknown) => Promise<unknown>;
const without: ReadonlyMap<string, Without> = new Map(
  Object.entries<AnyRowKind>(rowKinds).flatMap(([kind, { without: holds }]) =>
    holds === undefined ? [] : [[kind, holds as Without]],
  ),
);

/** Changes, with what holds without a draft in the place of nothing where one is begun, or goes. */
export async function againstWhatHolds(
  tx: Rows,
  changes: readonly RowChange[],
): Promise<readonly RowChange[]> {
  const told: RowChange[] = [];
  for (const change of changes) {
    const { subject, before, after } = change;
    const holds = without.get(subject.slice(0, subject.indexOf('/')));
    if (holds !== undefined && before === undefined && after !== undefined)
      told.push({ ...change, before: await holds(tx, after) });
    else if (holds !== undefined && before !== undefined && after === undefined)
      told.push({ ...change, after: await holds(tx, before) });
    else told.push(change);
  }
  return told;
}
