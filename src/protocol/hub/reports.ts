import type { Report } from '../wire/wire.ts';
import type { HubTx } from './ports.ts';
import { printable } from './printable.ts';
import type { Asker } from './push.ts';

/** A glass that says the same again is written down anew only this often. */
const GLASS_REPEAT_MS = 20_000;

const HOUR_MS = 3_600_000;
/** Plays longer ago are of no use to anyone; of hours to come, a clock that is wrong has told. */
const PLAYS_TAKEN_MS = 60 * 24 * HOUR_MS;

/** Writes down what a device says of itself, for staff: the last value counts, and nothing of it is queued anywhere. */
export async function takeReports(
  tx: HubTx,
  who: Asker,
  reports: readonly Report[],
  nowMs: number,
): Promise<void> {
  const { deviceId, centreId } = who.actor;
  const bucket = `staff:${centreId}`;
  for (const report of reports) {
    switch (report.type) {
      case 'glass': {
        const before = await tx.row(bucket, 'glass', deviceId);
        const same = before !== undefined && before.showing === report.showing;
        if (same && nowMs - before.confirmedMs < GLASS_REPEAT_MS) break;
        await tx.writeRow(bucket, 'glass', deviceId, {
          id: deviceId,
          showing: report.showing,
          sinceMs: same ? before.sinceMs : Math.max(0, Math.round(nowMs - report.shownForMs)),
          confirmedMs: nowMs,
        });
        break;
      }
      case 'health': {
        const { type: _, ...health } = report;
        await tx.writeRow(bucket, 'deviceHealth', deviceId, { id: deviceId, lastSeenMs: nowMs, ...health });
        break;
      }
      case 'plays': {
        const hourMs = report.hourMs - (report.hourMs % HOUR_MS);
        if (hourMs > nowMs || hourMs < nowMs - PLAYS_TAKEN_MS) break;
        const item = printable(report.item);
        const id = `${deviceId}/${hourMs}/${item}`;
        const before = await tx.row(bucket, 'playCount', id);
        // A screen that has started anew counts from nothing; what it had played before is not unplayed.
        const count = Math.max(before?.count ?? 0, report.count);
        await tx.writeRow(bucket, 'playCount', id, { id, screenId: deviceId, hourMs, item, count });
        break;
      }
    }
  }
}
