import { openStorage } from '../store/storage/open-storage.ts';
import { rememberDevice, rememberedDevices } from './remembered-devices.ts';

/**
 * Lets go of what a person was granted on this browser: rows, overlay, staged pages and cursors. What they made and
 * the hub does not have yet stays, in outbox and journal, until they sign in again. Call once the hub has ended the
 * session, and load the page anew afterwards.
 */
export async function leaveNothingGranted(deviceId: string): Promise<void> {
  const device = rememberedDevices().find(({ id }) => id === deviceId);
  if (device === undefined || device.actor.type !== 'staff') return;
  const storage = await openStorage(`leling:${device.id}:${device.actorKey}`);
  try {
    await storage.write(async (tx) => {
      for (const store of ['base', 'overlay', 'staged'] as const) tx.deletePrefix(store, []);
      // Without its cursor a bucket is pulled whole at the next signing in.
      tx.deletePrefix('meta', ['bucket']);
    });
  } finally {
    storage.close();
  }
  const { centreId } = device.actor;
  rememberDevice({
    ...device,
    actor: { type: 'device', deviceId: device.actor.deviceId, deviceKind: device.kind, centreId },
    actorKey: 'device',
    lastUsedMs: Date.now(),
  });
}
