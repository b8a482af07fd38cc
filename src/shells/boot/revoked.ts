import { forgetPersonal } from '../../store/sealed/forget-personal.ts';
import { askWhoIAm } from './who-am-i.ts';

/** What the hub answers a device that was signed off; one that has only lost its cookie is told something else. */
const REVOKED = 'revoked-device';

/** Whether the hub answers that the device was signed off. */
export const isRevoked = (me: Awaited<ReturnType<typeof askWhoIAm>>): boolean =>
  !me.ok && me.error.type === 'unauthorised' && me.error.code === REVOKED;

/**
 * A device that its hub says was signed off destroys the key of what it keeps of people, and then that, as soon as it is
 * unused. What is unsent stays, and is sent when it is let in again.
 */
export async function forgetIfRevoked(deviceId: string, unused?: Promise<void>): Promise<boolean> {
  if (!isRevoked(await askWhoIAm(deviceId))) return false;
  await forgetPersonal(deviceId, unused);
  return true;
}
