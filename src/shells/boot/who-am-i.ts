import { isDeviceConfig } from '../../features/devices/model/is-device-config.ts';

import { isId, isNumber, isText, oneOf, orNull, shape } from '../../kernel/guards.ts';
import type { AccountId, CentreId, DeviceId } from '../../kernel/ids.ts';
import type { DeviceKind, Role } from '../../kernel/mutation.ts';
import type { Result } from '../../kernel/result.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { askHub, type HubTrouble } from '../../store/hub-client.ts';

/** Who this browser is to the hub: `GET /api/me`. */
export interface Me {
  readonly device: { readonly id: DeviceId; readonly kind: DeviceKind; readonly centreId: CentreId };
  readonly account: { readonly id: AccountId; readonly name: string; readonly role: Role } | null;
  readonly actorKey: string;
  readonly config: RowOf<'deviceConfig'>;
  /** The hub's time of answering, Unix ms. */
  readonly hubNow: number;
  /** The centre's minutes east of UTC; a hub of before does not say. */
  readonly utcOffsetMinutes?: number;
  /** The hub's half of the key of what a console keeps of people; a hub of before has none. */
  readonly sealingShare?: string | null;
}

const isMe = shape<Me>({
  device: shape<Me['device']>({ id: isId, kind: oneOf('kiosk', 'screen', 'console'), centreId: isId }),
  account: orNull(
    shape<NonNullable<Me['account']>>({
      id: isId,
      name: isText,
      role: oneOf('manager', 'canteen', 'leader', 'advisor', 'viewer'),
    }),
  ),
  actorKey: isText,
  config: isDeviceConfig,
  hubNow: isNumber,
  utcOffsetMinutes: (value): value is number | undefined => value === undefined || isNumber(value),
  sealingShare: (value): value is string | null | undefined => value == null || isText(value),
});

export const askWhoIAm = (device: string): Promise<Result<Me, HubTrouble>> =>
  askHub(
    { path: '/api/me', device, ofAnyHub: true },
    (value): value is Me => isMe(value) && value.device.id === device,
  );
