import { PersonKeys, type Owner } from '../../../store/sealed/person-key.ts';
import { askWhoIAm, type Me } from '../../boot/who-am-i.ts';

/** Whose data a console holds, as the hub says; null where nobody is signed in, or the hub keeps no half of a key. */
export function ownerIn(me: Me): { readonly owner: Owner; readonly share: string } | null {
  const { device, account, sealingShare } = me;
  if (account === null || sealingShare == null) return null;
  const owner = {
    deviceId: device.id,
    centreId: device.centreId,
    accountId: account.id,
    name: account.name,
    role: account.role,
  };
  return { owner, share: sealingShare };
}

/**
 * A PIN has just been typed that the hub took: the console can be opened by it from now on, also without the hub. That
 * it could not be kept is no reason not to sign in.
 */
export async function keepPin(deviceId: string, pin: string): Promise<void> {
  try {
    const me = await askWhoIAm(deviceId);
    const known = me.ok ? ownerIn(me.value) : null;
    if (known !== null) await new PersonKeys().byHub(known.owner, known.share, pin);
  } catch (error) {
    console.error(error);
  }
}
