import type { RememberedDevice } from '../../app/remembered-devices.ts';
import type { Actor } from '../../kernel/mutation.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import type { Me } from './who-am-i.ts';

/** What to remember of this device from what the hub says of it, and what was remembered before. */
export function remembered(me: Me, before: RememberedDevice | null, nowMs: number): RememberedDevice {
  return {
    id: me.device.id,
    kind: me.device.kind,
    config: me.config,
    actor: actorOf(me),
    actorKey: me.actorKey,
    utcOffsetMinutes: me.utcOffsetMinutes ?? utcOffsetOf(before),
    lastUsedMs: nowMs,
  };
}

function actorOf({ device, account }: Me): Actor {
  const { id: deviceId, centreId } = device;
  if (account === null) return { type: 'device', deviceId, deviceKind: device.kind, centreId };
  return { type: 'staff', deviceId, centreId, accountId: account.id, name: account.name, role: account.role };
}
