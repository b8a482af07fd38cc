import type { RowTx } from '../../../kernel/mutation.ts';
import type { TakeReport } from '../../../kernel/report.ts';

/** How a device is, by its own word and the hub's time. */
export const takeHealth: TakeReport<'health'> = async (tx, health, { deviceId, nowMs }) => {
  const { build, engine, tier, storageUsedBytes, storageQuotaBytes, persisted, outbox, timeQuality } = health;
  const { healed, inMemory, trial, badBuilds } = health;
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
  });
};

/** Tells staff that two glasses may share one copied disk. */
export async function noteClone(tx: RowTx, deviceId: string, nowMs: number): Promise<void> {
  const device = await tx.get('staff', 'device', deviceId);
  if (device === undefined || device.perhapsClonedAtMs !== null) return;
  await tx.put('staff', 'device', deviceId, { ...device, perhapsClonedAtMs: nowMs });
}
