import type { RowTx } from '../../../kernel/mutation.ts';
import type { TakeReport } from '../../../kernel/report.ts';
import { commandId } from './command.ts';

/** How a device is, by its own word and the hub's time. */
export const takeHealth: TakeReport<'health'> = async (tx, health, { deviceId, nowMs, agoMs }) => {
  const { build, engine, tier, storageUsedBytes, storageQuotaBytes, persisted, outbox, timeQuality } = health;
  const { healed, inMemory, trial, badBuilds, can, upMs, mendedToday, awake, volume } = health;
  await tx.put('staff', 'deviceHealth', deviceId, {
    id: deviceId,
    lastSeenMs: nowMs,
    build,
    engine,
    tier,
    storageUsedBytes,
    storageQuotaBytes,
    persisted,
    outbox,
    timeQuality,
    ...(healed === undefined
      ? {}
      : { healed: healed.map(({ kind, atMs, count }) => ({ kind, atMs, count })) }),
    ...(inMemory === undefined ? {} : { inMemory }),
    ...(trial === undefined ? {} : { trial }),
    ...(badBuilds === undefined ? {} : { badBuilds: badBuilds.map(({ id, why }) => ({ id, why })) }),
    ...(can === undefined ? {} : { can }),
    ...(upMs === undefined ? {} : { upMs: upMs + agoMs }),
    ...(mendedToday === undefined ? {} : { mendedToday }),
    ...(awake === undefined ? {} : { awake }),
    ...(volume === undefined ? {} : { volume }),
  });
};

/** What a device says of a command that was asked of it; of one that nobody has asked, or not any more, nothing. */
export const takeCommand: TakeReport<'command'> = async (tx, report, { deviceId, nowMs, agoMs }) => {
  const { what, askedId, outcome } = report;
  const id = commandId(deviceId, what);
  const asked = await tx.get('staff', 'deviceCommand', id);
  if (asked?.askedId !== askedId) return;
  const atMs = Math.max(0, Math.round(nowMs - agoMs));
  await tx.put('staff', 'deviceAnswer', id, { id, deviceId, what, askedId, outcome, atMs });
};

/** What went wrong in a device's program; the same again is not written anew. */
export const takeFaults: TakeReport<'faults'> = async (tx, report, { deviceId, nowMs }) => {
  const list = report.list.map(({ kind, atMs, text, where, count }) => ({ kind, atMs, text, where, count }));
  const before = await tx.get('staff', 'deviceFaults', deviceId);
  if (JSON.stringify(before?.list) === JSON.stringify(list)) return;
  await tx.put('staff', 'deviceFaults', deviceId, { id: deviceId, toldMs: nowMs, list });
};

/** Tells staff that two glasses may share one copied disk. */
export async function noteClone(tx: RowTx, deviceId: string, nowMs: number): Promise<void> {
  const device = await tx.get('staff', 'device', deviceId);
  if (device === undefined || device.perhapsClonedAtMs !== null) return;
  await tx.put('staff', 'device', deviceId, { ...device, perhapsClonedAtMs: nowMs });
}
