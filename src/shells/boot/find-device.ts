import { chooseDevice, rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { remembered } from './identity.ts';
import { askWhoIAm } from './who-am-i.ts';

/** A hub that has not said by then who this is may be away: what is kept here is looked through meanwhile. */
const ANSWERS_WITHIN_MS = 1500;

/** The device a page is for that Local Storage does not know: a link has just paired it, or it was lost there. */
export async function lookForDevice(
  kind: DeviceKind,
  named: string | null,
): Promise<RememberedDevice | null> {
  if (named === null) return (await lostAndFound(kind, named)) ?? null;
  const coming = askWhoIAm(named);
  const soon = await Promise.race([
    coming,
    new Promise<null>((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS, null)),
  ]);
  const lost = soon?.ok === true ? undefined : await lostAndFound(kind, named);
  if (lost !== undefined) return lost;
  const me = await coming;
  if (!me.ok || me.value.device.kind !== kind) return null;
  const device = remembered(me.value, null, Date.now());
  rememberDevice(device);
  return device;
}

/** What Local Storage has lost comes back from where else it is kept. */
async function lostAndFound(kind: DeviceKind, named: string | null): Promise<RememberedDevice | undefined> {
  try {
    const { recoverDevices } = await import('../../app/keep-identity.ts');
    return (await recoverDevices()) ? chooseDevice(kind, named) : undefined;
  } catch (error) {
    return void console.error(error);
  }
}
