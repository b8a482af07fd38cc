import type { RowOf } from '../../../kernel/rows.ts';
import { line } from './line.ts';

type ChangedField = NonNullable<RowOf<'audit'>['changed']>[number];

/** More fields than these nobody reads; the rest is counted only. */
const MOST_FIELDS = 20;
const MOST_LETTERS = 200;

/** A row before and after, as `kind/id`; undefined where there was or is none. */
export interface RowChange {
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is different between rows, field by field, and how many more fields are than are told. */
export function changedFields(changes: readonly RowChange[]): {
  readonly fields: readonly ChangedField[];
  readonly more: number;
} {
  const all = changes.flatMap(({ subject, before, after }) =>
    between(before, after, []).map((one): ChangedField => ({
      ...one,
      subject: line(subject),
      path: one.path.map(line),
    })),
  );
  return { fields: all.slice(0, MOST_FIELDS), more: Math.max(0, all.length - MOST_FIELDS) };
}

type Difference = Omit<ChangedField, 'subject' | 'path'> & { readonly path: readonly string[] };

function between(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old === null && now === null) {
    const [was, is] = [leaf(before), leaf(after)];
    return was === is ? [] : [{ path, before: was, after: is }];
  }
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names]
    .filter((name) => !bookkeeping.has(name))
    .flatMap((name) => between(old?.get(name), now?.get(name), [...path, name]));
}

/** What a row keeps for the loop's own sake says nothing to a person. */
const bookkeeping: ReadonlySet<string> = new Set([
  'id',
  'version',
  'offerVersion',
  '$v',
  'mid',
  'publishedAtMs',
  'publishedBy',
  'byPlan',
  'updatedAtMs',
  'createdAtMs',
]);

/** The named parts of a value; null where it is one thing. An element of a list is named by its own id, else by its place. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  if (value.every((one) => typeof one !== 'object')) return null;
  return new Map(value.map((one, place): [string, unknown] => [idOf(one) ?? String(place + 1), one]));
}

function idOf(one: unknown): string | null {
  if (typeof one !== 'object' || one === null) return null;
  for (const name of ['id', 'dishId', 'mid', 'key']) {
    const value: unknown = Reflect.get(one, name);
    if (typeof value === 'string') return value;
  }
  return null;
}

function leaf(value: unknown): ChangedField['before'] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return cut(Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value));
}

const cut = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
