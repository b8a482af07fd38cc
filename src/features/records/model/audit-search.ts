import type { Static } from 'typebox';
import { isId, isNumber, isText, listOf, orNull, shape } from '../../../kernel/guards.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { AuditFound, AuditSearch } from './audit-search.schema.ts';

export type AuditSearch = Static<typeof AuditSearch>;
export type AuditFound = Static<typeof AuditFound>;
type Entry = RowOf<'audit'>;

/** Enough of an entry to be told; what else is in it is as the hub's own schema has it. */
const isEntry = (value: unknown): value is Entry =>
  shape<Pick<Entry, 'id' | 'name' | 'by' | 'receivedAtMs' | 'subject'>>({
    id: isId,
    name: isText,
    by: isText,
    receivedAtMs: isNumber,
    subject: listOf(isText),
  })(value);

export const isAuditFound = shape<AuditFound>({
  rows: listOf(isEntry),
  earlier: orNull(isText),
  asOfMs: isNumber,
});

/** As people compare: without case, and a wide letter is a letter. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether an entry is looked for, its day aside. */
export function isFound(entry: Entry, { by, text, names = [], subjects = [] }: AuditSearch): boolean {
  if (by !== undefined && entry.by !== by) return false;
  if (text === undefined || text.trim() === '') return true;
  const wanted = plain(text.trim());
  if (names.includes(entry.name)) return true;
  if (entry.subject.some((one) => subjects.includes(one))) return true;
  const said = [entry.by, ...(entry.changed ?? []).flatMap(({ before, after }) => [before, after])];
  return said.some((one) => one !== null && plain(String(one)).includes(wanted));
}

/** The newest first; of one moment, as they were made. */
export const newestFirst = (rows: readonly Entry[]): Entry[] =>
  [...rows].sort((a, b) => b.receivedAtMs - a.receivedAtMs || (a.id < b.id ? 1 : -1));
