import { dropAnswers, readForgetting } from '../protocol/client/records.ts';
import { forgetStore } from '../store/canary.ts';
import { clearForgotten } from '../store/journal/clear-forgotten.ts';
import { destroyKey } from '../store/sealed/destroy-keys.ts';
import { openStorage } from '../store/storage/open-storage.ts';
import { copyDevices } from './keep-identity.ts';
import { rememberDevice, rememberedDevices } from './remembered-devices.ts';
import { writeText } from '../store/local-texts.ts';

/** Whose data this browser let go of last, for their pages that are open: `leling:DEVICE:ACTOR@WHEN`. */
export const leftKey = 'leling:left';

/**
 * Lets go of what a person was granted on this browser: rows, overlay, staged pages and cursors, and of what they made
 * and the hub has safe. What the hub may yet lack stays, in outbox and journal, until they sign in again. Call once the hub has ended the
 * session, and load the page anew afterwards.
 */
export async function leaveNothingGranted(deviceId: string): Promise<void> {
  const device = rememberedDevices().find(({ id }) => id === deviceId);
  if (device === undefined || device.actor.type !== 'staff') return;
  const name = `leling:${device.id}:${device.actorKey}`;
  // The key first: what is deleted from a database stays on the disk for a while, and is nobody's without it.
  await destroyKey(name).catch((error: unknown) => console.error(error));
  const storage = openStorage(name, { diskOnly: true });
  let forgotten: readonly string[] = [];
  try {
    await storage.write(async (tx) => {
      forgotten = await readForgetting(tx);
      for (const store of ['base', 'overlay', 'staged'] as const) tx.deletePrefix(store, []);
      // Without its cursor a bucket is pulled whole at the next signing in.
      tx.deletePrefix('meta', ['bucket']);
      dropAnswers(tx);
    });
    // Empty from now on as it should be: the next signing in is to say nothing of a loss.
    await forgetStore(name);
  } catch (error) {
    // A store that does not open keeps its rows; the page and the next start leave the person all the same.
    console.error(error);
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
  writeText(leftKey, `${name}@${Date.now()}`);
  await copyDevices().catch((error: unknown) => console.error(error));
  // Signing out does not wait for a journal that is broken: what it holds is tidied when it is next opened.
  await clearForgotten(name, forgotten).catch((error: unknown) => console.error(error));
}
