import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { id } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import type { Me } from '../../store/hub-api.ts';

/** What to remember of this device from what the hub says of it, and what was remembered before. */
export function remembered(me: Me, before: RememberedDevice | null, nowMs: number): RememberedDevice {
  return {
    id: me.device.id,
    kind: me.device.kind,
    config: me.config,
    actor: actorOf(me),
    actorKey: me.actorKey,
    utcOffsetMinutes: utcOffsetOf(before),
    lastUsedMs: nowMs,
  };
}

function actorOf({ device, account }: Me): Actor {
  const deviceId = id<'DeviceId'>(device.id);
  const centreId = id<'CentreId'>(device.centreId);
  if (account === null) return { type: 'device', deviceId, deviceKind: device.kind, centreId };
  return {
    type: 'staff',
    deviceId,
    centreId,
    accountId: id<'AccountId'>(account.id),
    name: account.name,
    role: account.role,
  };
}
