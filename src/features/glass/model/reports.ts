import { FAIR_USE } from '../../../kernel/fair-use.ts';
import { isOwnWord } from '../../devices/model/own-word.ts';
import type { TakeReport } from '../../../kernel/report.ts';

/** A glass that says the same again is written down anew only this often. */
const GLASS_REPEAT_MS = 20_000;

const HOUR_MS = 3_600_000;
/** Plays longer ago are of no use to anyone; of hours to come, a clock that is wrong has told. */
const PLAYS_TAKEN_MS = 60 * 24 * HOUR_MS;

/** What a screen has painted, and since when by the hub's time, where that is sure. */
export const takeGlass: TakeReport<'glass'> = async (tx, report, { deviceId, nowMs, isSure, agoMs }) => {
  const { showing, shownForMs, why, missed, silent } = report;
  const before = await tx.get('staff', 'glass', deviceId);
  const device = await tx.get('staff', 'device', deviceId);
  // What hung there before said nothing of this one.
  const isOwn =
    before !== undefined && (device === undefined || isOwnWord(device, before.confirmedMs, nowMs));
  const same = isOwn && before.showing === showing;
  const knownSince = same && before.sinceMs <= nowMs ? before.sinceMs : 0;
  // What was confirmed in a time to come was confirmed by a wrong clock.
  const lately = same && nowMs >= before.confirmedMs && nowMs - before.confirmedMs < GLASS_REPEAT_MS;
  const asBefore = before?.why === why && before?.missed === missed && before?.silent === silent;
  if (lately && asBefore && (knownSince > 0 || !isSure)) return;
  const sinceMs = isSure ? Math.max(0, Math.round(nowMs - shownForMs - agoMs)) : 0;
  await tx.put('staff', 'glass', deviceId, {
    id: deviceId,
    showing,
    sinceMs: knownSince > 0 ? knownSince : sinceMs,
    confirmedMs: nowMs,
    ...(why === undefined ? {} : { why }),
    ...(missed === undefined ? {} : { missed }),
    ...(silent === undefined ? {} : { silent }),
  });
};

/** How often something was played in an hour. */
export const takePlays: TakeReport<'plays'> = async (tx, report, { deviceId, nowMs }) => {
  const { item, count, seconds } = report;
  const hourMs = report.hourMs - (report.hourMs % HOUR_MS);
  if (hourMs > nowMs || hourMs < nowMs - PLAYS_TAKEN_MS) return;
  const key = `${deviceId}/${hourMs}/${item}`;
  const before = await tx.get('staff', 'playCount', key);
  if (before === undefined) {
    const ofHour = await tx.list('staff', 'playCount', { prefix: `${deviceId}/${hourMs}/` });
    if (ofHour.length >= FAIR_USE.playsAnHour) return;
  }
  await tx.put('staff', 'playCount', key, {
    id: key,
    screenId: deviceId,
    hourMs,
    item,
    // A screen that has started anew counts from nothing; what it had played before is not unplayed.
    count: Math.max(before?.count ?? 0, count),
    ...(seconds === undefined ? {} : { seconds: Math.max(before?.seconds ?? 0, seconds) }),
  });
};
