import { readSample, type SampleRow } from '../../src/hub/ops/sample/read-sample.ts';
import type { Kind, RowOf } from '../../src/kernel/rows.ts';
import { TODAY } from './house.ts';

const rows = await readSample(TODAY);

/** The sample centre's rows of a kind, as of the tests' day. */
export const sampleOf = <K extends Kind>(kind: K): readonly RowOf<K>[] =>
  rows.filter((one): one is SampleRow<K> => one.kind === kind).map(({ row }) => row);
