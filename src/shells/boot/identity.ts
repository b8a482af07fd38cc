import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { id } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';
import type { Me } from '../../store/hub-api.ts';

/** China's; a centre elsewhere says its own in its row, which is remembered from then on. */
const usualOffsetMinutes = 480;

/** What to remember of this device from what the hub says of it, and what was remembered before. */
export function remembered(me: Me, before: RememberedDevice | null, nowMs: number): RememberedDevice {
  return {
    id: me.device.id,
    kind: me.device.kind,
    config: me.config,
    actor: actorOf(me),
    actorKey: me.actorKey,
    utcOffsetMinutes: before?.utcOffsetMinutes ?? usualOffsetMinutes,
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
