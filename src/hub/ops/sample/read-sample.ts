import { readFile } from 'node:fs/promises';
import type { ValidateFunction } from 'ajv';
import { nouns, rowKinds } from '../../../features/registry.ts';
import { rowSchemas } from '../../../features/schemas.ts';
import type { Scope } from '../../../kernel/buckets.ts';
import type { Kind, RowOf } from '../../../kernel/rows.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { thorough } from '../../http/validation.ts';
import { violations } from '../config/remedy.ts';
import { withDates } from './relative-dates.ts';

/** A row of the sample centre, and the bucket it belongs in. */
export interface SampleRow<K extends Kind = Kind> {
  readonly scope: Scope;
  readonly kind: K;
  readonly row: RowOf<K>;
}

/** A sample file does not say what it should; the message names each row and why. */
export class BadSample extends Error {}

const FEATURES = new URL('../../../features/', import.meta.url);

/**
 * What the nouns show of themselves in the sample centre, as of a day: each noun's `sample.json` (scope → kind → rows),
 * where it has one, checked by the noun's schemas. Throws `BadSample` with all that is wrong in all files.
 */
export async function readSample(today: CivilDate, features = FEATURES): Promise<readonly SampleRow[]> {
  const rows: SampleRow[] = [];
  const troubles: string[] = [];
  for (const [noun, { rows: own }] of Object.entries(nouns)) {
    const path = `${noun}/sample.json`;
    const tell = (where: string, why: string): unknown => troubles.push(`${path} ${where}: ${why}`);
    for (const [scope, kinds] of fieldsOf(await jsonOrNothing(new URL(path, features)))) {
      for (const [kind, list] of fieldsOf(kinds)) {
        if (!isKind(kind) || !(kind in own)) tell(`${scope}.${kind}`, `${noun} declares no such row`);
        else if (!isScopeOf(kind, scope)) tell(`${scope}.${kind}`, `this bucket does not hold it`);
        else if (!Array.isArray(list)) tell(`${scope}.${kind}`, 'wants a list of rows');
        else rows.push(...checked({ scope, kind }, list, today, tell));
      }
    }
  }
  if (troubles.length > 0) throw new BadSample(troubles.join('\n'));
  return rows;
}

function checked<K extends Kind>(
  { scope, kind }: { readonly scope: Scope; readonly kind: K },
  list: readonly unknown[],
  today: CivilDate,
  tell: (where: string, why: string) => void,
): readonly SampleRow<K>[] {
  const fits: ValidateFunction<RowOf<K>> = thorough(rowSchemas[kind]);
  return list.flatMap((raw, i) => {
    const row = withDates(rowSchemas[kind], raw, today);
    if (fits(row)) return [{ scope, kind, row }];
    const name = fieldsOf(raw).find(([field]) => field === 'id')?.[1];
    for (const { path, remedy } of violations(fits.errors ?? []))
      tell(`${scope}.${kind}[${i}] "${String(name)}" ${path}`, remedy);
    return [];
  });
}

const isKind = (text: string): text is Kind => text in rowKinds;
const isScopeOf = (kind: Kind, text: string): text is Scope => text in rowKinds[kind].in;

const fieldsOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

async function jsonOrNothing(file: URL): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'null';
    throw error;
  });
  return JSON.parse(text);
}
