import type { CivilDate } from '../../kernel/time.ts';
import { asRow } from './apply.ts';
import { dropStaging } from './answers.ts';
import type { StoreTx } from './ports.ts';
import { listBase, readBuckets, writeBucket } from './records.ts';

/**
 * At the day's end a kiosk that cannot hear its hub drops who came, together with the cursor, so that the next pull
 * is a whole one. The roster stays: tomorrow's check-ins need it. Returns the changedKinds of the view that changed.
 */
export async function endKioskDay(tx: StoreTx, today: CivilDate): Promise<readonly string[]> {
  const changedKinds: string[] = [];
  for (const record of await readBuckets(tx)) {
    if (!record.bucket.startsWith('kiosk:')) continue;
    const rows = await listBase(tx, [record.bucket, record.gen, 'attendance']);
    const past = rows.filter((row) => asRow<'attendance'>(row.data).date < today);
    if (past.length === 0) continue;
    for (const row of past) tx.delete('base', [record.bucket, record.gen, 'attendance', row.id]);
    if (record.staging !== null) dropStaging(tx, record.bucket, record.staging.gen);
    writeBucket(tx, { ...record, cursor: null, staging: null });
    changedKinds.push(`${record.bucket}/attendance`);
  }
  return changedKinds;
}
