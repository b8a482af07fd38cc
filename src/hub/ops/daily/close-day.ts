import type { BucketRef } from '../../../kernel/buckets.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { isWaiting } from '../../../features/records/model/refusal.ts';
import { parseSessionId } from '../../../features/classes/model/sessions.ts';
import type { Kind, RowOf } from '../../../kernel/rows.ts';

const DAY_MS = 86_400_000;
/** How long, in days, what is settled stays: finished help calls, loose claims with their session. */
const SETTLED_KEPT = 7;
/** Counts, refusals, notices that are over, changes of past sessions, and loose claims nobody has found a session for. */
const PAST_KEPT = 60;
/** Who changed what, so that a manager can look back over a year. */
const AUDIT_KEPT = 400;

/** A past day's calendar row, for the week's timetable. */
const CALENDAR_KEPT = 31;

/**
 * Ends the days before one: kiosks forget who came (the roster stays), and what is settled is put away.
 * Only for who has asked `HubTime.mayDestroy`.
 */
export async function closeDay(tx: RowTx, today: CivilDate, nowMs: number): Promise<void> {
  const settledBefore = nowMs - SETTLED_KEPT * DAY_MS;
  const pastBefore = nowMs - PAST_KEPT * DAY_MS;
  const pastDay = addDays(today, -PAST_KEPT);
  await remove(tx, 'kiosk', 'attendance', ({ date }) => date < today);
  await remove(tx, 'city', 'calendarDay', ({ id }) => id < addDays(today, -CALENDAR_KEPT));
  await remove(tx, 'centre', 'attendanceCount', ({ date }) => date < pastDay);
  await remove(tx, 'centre', 'sessionChange', ({ id }) => (parseSessionId(id)?.date ?? '') < pastDay);
  await remove(tx, 'centre', 'notice', ({ untilMs }) => untilMs !== null && untilMs < pastBefore);
  await remove(tx, 'staff', 'playCount', ({ hourMs }) => hourMs < pastBefore);
  for (const bucket of ['staff', 'people'] as const) {
    await remove(tx, bucket, 'refusal', (refusal) => {
      // What waits for somebody is not put away.
      return !isWaiting(refusal) && (refusal.settled?.atMs ?? refusal.receivedAtMs) < pastBefore;
    });
  }
  await remove(tx, 'audit', 'audit', ({ receivedAtMs }) => receivedAtMs < nowMs - AUDIT_KEPT * DAY_MS);

  const claims = await remove(tx, 'staff', 'looseClaim', ({ claim, assignedTo, receivedAtMs }) => {
    const isSettled = assignedTo !== null || claim.withdrawn;
    return (receivedAtMs ?? 0) < (isSettled ? settledBefore : pastBefore);
  });
  for (const { id, claim } of claims) await tx.remove(`device:${claim.deviceId}`, 'looseClaim', id);

  const calls = await remove(tx, 'staff', 'helpCall', ({ state, raisedAtMs, answeredAtMs }) => {
    const isOver = state === 'done' || state === 'withdrawn';
    // A call nobody knows the time of is only over when somebody has said so.
    return (answeredAtMs ?? raisedAtMs ?? (isOver ? 0 : nowMs)) < settledBefore;
  });
  for (const { id, deviceId } of calls) await tx.remove(`device:${deviceId}`, 'helpCall', id);
}

/** Removes the rows that are over, and tells which they were. */
async function remove<K extends Kind>(
  tx: RowTx,
  bucket: BucketRef,
  kind: K,
  isOver: (row: RowOf<K>) => boolean,
): Promise<readonly RowOf<K>[]> {
  const over = (await tx.list(bucket, kind)).filter(isOver);
  for (const { id } of over) await tx.remove(bucket, kind, id);
  return over;
}
