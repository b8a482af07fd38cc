import type { CentreId } from '../../domain/kernel/ids.ts';
import { addDays, type CivilDate } from '../../domain/kernel/time.ts';
import type { HubSync } from '../sync/api.ts';

/** How long counts and refusals, and finished help calls and settled loose claims stay, in days. */
const COUNTS_KEPT = 60;
const SETTLED_KEPT = 7;
const DAY_MS = 86_400_000;

/** Ends the days before today: kiosks forget who came (the roster stays), and what is settled is put away. */
export async function closeDay(
  sync: HubSync,
  centreId: CentreId,
  today: CivilDate,
  nowMs: number,
): Promise<void> {
  const settledBefore = nowMs - SETTLED_KEPT * DAY_MS;
  await sync.write(centreId, async (tx) => {
    for (const attendance of await tx.list('kiosk', 'attendance')) {
      if (attendance.date !== today) await tx.remove('kiosk', 'attendance', attendance.id);
    }
    for (const count of await tx.list('centre', 'attendanceCount')) {
      if (count.date < addDays(today, -COUNTS_KEPT)) await tx.remove('centre', 'attendanceCount', count.id);
    }
    const countsBefore = nowMs - COUNTS_KEPT * DAY_MS;
    for (const { id, hourMs } of await tx.list('staff', 'playCount')) {
      if (hourMs < countsBefore) await tx.remove('staff', 'playCount', id);
    }
    for (const { id, receivedAtMs } of await tx.list('staff', 'refusal')) {
      if (receivedAtMs < countsBefore) await tx.remove('staff', 'refusal', id);
    }
    for (const { id, claim, assignedTo, receivedAtMs } of await tx.list('staff', 'looseClaim')) {
      if (!(assignedTo !== null || claim.withdrawn) || (receivedAtMs ?? 0) >= settledBefore) continue;
      await tx.remove('staff', 'looseClaim', id);
      await tx.remove(`device:${claim.deviceId}`, 'looseClaim', id);
    }
    for (const { id, deviceId, state, raisedAtMs } of await tx.list('staff', 'helpCall')) {
      const over = state === 'done' || state === 'withdrawn';
      if (!over || (raisedAtMs ?? 0) >= settledBefore) continue;
      await tx.remove('staff', 'helpCall', id);
      await tx.remove(`device:${deviceId}`, 'helpCall', id);
    }
  });
}
