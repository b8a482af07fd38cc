import {
  isBoolean,
  isId,
  isNumber,
  isText,
  listOf,
  oneOf,
  orMissing,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { RowOf } from '../../../kernel/rows.ts';

type DeviceConfig = RowOf<'deviceConfig'>;

const isList = listOf(oneOf('card', 'digits', 'companion', 'visitor'));
const isWays = (value: unknown): value is NonNullable<DeviceConfig['checkInWays']> =>
  isList(value) && value.length > 0;

/** Whether something from outside is the configuration of a device, so that a glass may be laid out by it. */
export const isDeviceConfig: Guard<DeviceConfig> = shape<DeviceConfig>({
  id: isId,
  kind: oneOf('kiosk', 'screen', 'console'),
  name: isText,
  place: isText,
  panel: shape<DeviceConfig['panel']>({
    diagonalInches: isNumber,
    widthPx: isNumber,
    heightPx: isNumber,
  }),
  distanceMm: isNumber,
  canteenId: orNull(isId<'CanteenId'>),
  room: orNull(isText),
  oneDecoder: isBoolean,
  mediaBudgetMB: isNumber,
  locale: oneOf('zh-CN', 'en'),
  group: orMissing(isText),
  printer: orMissing(oneOf('receipt', 'a4')),
  sound: orMissing(shape<NonNullable<DeviceConfig['sound']>>({ volume: isNumber, taps: isBoolean })),
  checkInWays: orMissing(isWays),
  rotate: orMissing(isNumber),
  continues: orMissing(shape<NonNullable<DeviceConfig['continues']>>({ of: isNumber, part: isNumber })),
  panelGuessed: orMissing(isBoolean),
});
