import { forgetPersonal } from '../../store/sealed/forget-personal.ts';
import { askWhoIAm } from './who-am-i.ts';

/** What the hub answers a device that was signed off; one that has only lost its cookie is told something else. */
const REVOKED = 'revoked-device';

/**
 * A device that its hub says was signed off destroys the key of what it keeps of people, and then that, as soon as it is
 * unused. What is unsent stays, and is sent when it is let in again.
 */
export async function forgetIfRevoked(deviceId: string, unused?: Promise<void>): Promise<boolean> {
  const me = await askWhoIAm(deviceId);
  if (me.ok || me.error.type !== 'unauthorised' || me.error.code !== REVOKED) return false;
  await forgetPersonal(deviceId, unused);
  return true;
}
