// Not once the hub has let the page in: a hub that is going away may bring no more parts.
import { becomeDevice } from '../../app/keep-identity.ts';
import { chooseDevice, rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { remembered } from './identity.ts';
import { askWhoIAm } from './who-am-i.ts';

/** A device that the hub has let this page in as. */
interface LetIn {
  readonly device: RememberedDevice;
  /** The page's next start knows it by itself, and needs nothing of how it came to be. */
  readonly startsAnew: boolean;
}

/**
 * The device that the hub says this browser is. A kiosk or a screen is so only once it is kept on the disk who it is, and
 * the hub knows by what it proves that: its cookie is not written for half a minute, and a ✓ given before could need
 * somebody's hand to arrive. Null where the hub does not say so, or has not heard it.
 */
export async function letInAs(
  kind: DeviceKind,
  named: string,
  address: URLSearchParams,
): Promise<LetIn | null> {
  const me = await askWhoIAm(named);
  if (!me.ok || me.value.device.kind !== kind) return null;
  const device = remembered(me.value, chooseDevice(kind, named) ?? null, Date.now());
  if (kind === 'console') {
    rememberDevice(device);
    return { device, startsAnew: false };
  }
  const how = await becomeDevice(device, address.has('paired'));
  return how === 'unheard' ? null : { device, startsAnew: how === 'lasting' };
}
