import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { BY_PHONE } from '../../check-in/model/by-phone.ts';
import type { Refusal } from '../model/refusal.ts';
import { changedWords } from './changed-words.ts';
import type { EntryWords } from './entry-lines.ts';
import { namesOf } from './record-names.ts';
import { changeName, subjectWords, type Names } from './record-words.ts';
import { aboutWords } from './refusal-words.ts';

/** How who changed what reads, by the names that whoever looks may know. */
export interface AuditWords {
  readonly names: Names;
  of(row: RowOf<'audit'>): EntryWords;
}

export async function auditWords(view: View): Promise<AuditWords> {
  const names = await namesOf(view);
  const refusals = [...(await view.list('people', 'refusal')), ...(await view.list('staff', 'refusal'))];
  const recorded = new Map(refusals.map((one) => [`refusal/${one.id}`, one]));
  return {
    names,
    of: (row) => ({
      what: changeName(row.name),
      who: personOf(row.by, names),
      detail: subjectWords(row.subject, withRecords(names, row.subject, recorded)),
      changed: changedWords(row, names),
    }),
  };
}

/** The hub's own daily work is signed by the hub, what a device did with the device, what came by a code as by telephone. */
function personOf(by: string, names: Names): string {
  if (by === 'hub') return t('staff.records.hub');
  return by === BY_PHONE ? t('staff.records.byPhone') : (names.get(`device/${by}`) ?? by);
}

/** The names, and of the records that were touched what each is about. */
const withRecords = (
  names: Names,
  subject: readonly string[],
  recorded: ReadonlyMap<string, Refusal>,
): Names =>
  new Map([
    ...names,
    ...subject.flatMap((one) => {
      const record = recorded.get(one);
      return record === undefined ? [] : [[one, aboutWords(record, names)] as const];
    }),
  ]);
