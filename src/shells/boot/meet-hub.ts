import { rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import { remembered } from './identity.ts';
import { isStillTheirs } from './still-theirs.ts';
import { askWhoIAm } from './who-am-i.ts';

/**
 * Asks the hub, beside everything else, who this browser is now. Another actor (somebody else signed in, a link was
 * opened) has another store: the page starts anew on it. No answer, or a refusal, changes nothing.
 */
export async function meetHub(device: RememberedDevice, busy: () => boolean): Promise<void> {
  const me = await askWhoIAm(device.id);
  if (!me.ok || !isStillTheirs(device)) return;
  // A person whose session has ended keeps their page: signing in again is asked for over it.
  if (me.value.account === null && device.actor.type === 'staff') return;
  if (device.actor.type === 'device' && device.leftToOthers === true) return;
  const now = remembered(me.value, device, Date.now());
  // Where it is not kept, the page that comes would be this one again.
  if (rememberDevice(now) && now.actorKey !== device.actorKey && !busy()) location.reload();
}
