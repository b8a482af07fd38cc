import { keepIdentity, recoverDevices } from '../../app/keep-identity.ts';
import { chooseDevice, rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { remembered } from './identity.ts';
import { askWhoIAm, type Me } from './who-am-i.ts';

/** A disk or a hub that is slow to take who this is keeps nobody waiting for longer. */
const KEPT_WITHIN_MS = 3000;

/** The device a page is for that Local Storage does not know: it has lost it, or a link has just paired it. */
export async function lookForDevice(
  kind: DeviceKind,
  named: string | null,
): Promise<RememberedDevice | null> {
  const known = await lostAndFound(kind, named);
  if (known !== undefined || named === null) return known ?? null;
  const me = await askWhoIAm(named);
  if (!me.ok || me.value.device.kind !== kind) return null;
  return keep(me.value);
}

/** What Local Storage has lost comes back from where else it is kept. */
async function lostAndFound(kind: DeviceKind, named: string | null): Promise<RememberedDevice | undefined> {
  try {
    return (await recoverDevices()) ? chooseDevice(kind, named) : undefined;
  } catch (error) {
    return void console.error(error);
  }
}

/** Before anybody can use the device, who it is stands where a power cut a moment later leaves it. */
async function keep(me: Me): Promise<RememberedDevice> {
  const device = remembered(me, null, Date.now());
  rememberDevice(device);
  await Promise.race([
    keepIdentity(device).catch((error: unknown) => console.error(error)),
    new Promise((resolve) => setTimeout(resolve, KEPT_WITHIN_MS)),
  ]);
  return device;
}
