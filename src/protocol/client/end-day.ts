import { scopeOf } from '../../kernel/buckets.ts';
import { endOf, retentionIn } from '../../kernel/retention.ts';
import { civilMoment, type CivilDate } from '../../kernel/time.ts';
import { dropStaging } from './answers.ts';
import type { Setting } from './apply.ts';
import { ChangeList, type Changes } from './changes.ts';
import type { StoreTx } from './ports.ts';
import { listRows, readBuckets, writeBucket } from './records.ts';

/**
 * At the day's end a device that cannot hear its hub drops by itself what its nouns keep for the day only, together
 * with the bucket's cursor, so that the next pull is a whole one. What tomorrow needs, such as the roster, stays.
 */
export async function endDay(
  tx: StoreTx,
  { nouns, utcOffsetMinutes }: Setting,
  today: CivilDate,
): Promise<Changes> {
  const changed = new ChangeList();
  const dayAt = (unixMs: number): CivilDate => civilMoment(unixMs, utcOffsetMinutes).date;
  for (const record of await readBuckets(tx)) {
    let forgets = false;
    for (const [kind, rules] of Object.entries(nouns.rowKinds)) {
      const retention = retentionIn(rules, scopeOf(record.bucket));
      if (retention?.for !== 'the day') continue;
      for (const { id, data } of await listRows(tx, 'base', [record.bucket, record.gen, kind])) {
        if ((endOf(retention, data, dayAt)?.lastDay ?? today) >= today) continue;
        tx.delete('base', [record.bucket, record.gen, kind, id]);
        changed.row(`${record.bucket}/${kind}`, id);
        forgets = true;
      }
    }
    if (!forgets) continue;
    if (record.staging !== null) dropStaging(tx, record.bucket, record.staging.gen);
    writeBucket(tx, { ...record, cursor: null, staging: null });
  }
  return changed.changes;
}
