import type { RememberedDevice } from '../../../app/remembered-devices.ts';
import { id } from '../../../kernel/ids.ts';
import type { Owner } from '../../../store/sealed/person-key.ts';

/** The device as it is while this person acts on it. */
export function ownedBy(
  device: RememberedDevice,
  { centreId, accountId, name, role }: Owner,
): RememberedDevice {
  const { deviceId } = device.actor;
  return {
    ...device,
    actor: {
      type: 'staff',
      deviceId,
      centreId: id<'CentreId'>(centreId),
      accountId: id<'AccountId'>(accountId),
      name,
      role,
    },
    actorKey: accountId,
    lastUsedMs: Date.now(),
  };
}

/**
 * For somebody to sign in on: what was left on it stays for whoever left it.
 * @param leftToOthers somebody has said that they are another: then no session that lasts brings back whoever was here
 */
export function nobodyOn(device: RememberedDevice, leftToOthers = false): RememberedDevice {
  const { deviceId, centreId } = device.actor;
  return {
    ...device,
    actor: { type: 'device', deviceId, deviceKind: device.kind, centreId },
    actorKey: 'device',
    leftToOthers,
  };
}
