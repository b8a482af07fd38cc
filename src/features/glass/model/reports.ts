import type { TakeReport } from '../../../kernel/report.ts';

/** A glass that says the same again is written down anew only this often. */
const GLASS_REPEAT_MS = 20_000;

const HOUR_MS = 3_600_000;
/** Plays longer ago are of no use to anyone; of hours to come, a clock that is wrong has told. */
const PLAYS_TAKEN_MS = 60 * 24 * HOUR_MS;

/** What a screen has painted, and since when by the hub's time. */
export const takeGlass: TakeReport<'glass'> = async (tx, report, { deviceId, nowMs, agoMs }) => {
  const { showing, shownForMs } = report;
  const before = await tx.get('staff', 'glass', deviceId);
  const same = before !== undefined && before.showing === showing;
  if (same && nowMs - before.confirmedMs < GLASS_REPEAT_MS) return;
  await tx.put('staff', 'glass', deviceId, {
    id: deviceId,
    showing,
    sinceMs: same ? before.sinceMs : Math.max(0, Math.round(nowMs - shownForMs - agoMs)),
    confirmedMs: nowMs,
  });
};

/** How often something was played in an hour. */
export const takePlays: TakeReport<'plays'> = async (tx, report, { deviceId, nowMs }) => {
  const { item, count } = report;
  const hourMs = report.hourMs - (report.hourMs % HOUR_MS);
  if (hourMs > nowMs || hourMs < nowMs - PLAYS_TAKEN_MS) return;
  const key = `${deviceId}/${hourMs}/${item}`;
  const before = await tx.get('staff', 'playCount', key);
  await tx.put('staff', 'playCount', key, {
    id: key,
    screenId: deviceId,
    hourMs,
    item,
    // A screen that has started anew counts from nothing; what it had played before is not unplayed.
    count: Math.max(before?.count ?? 0, count),
  });
};
