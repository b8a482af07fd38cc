import { rememberedDevices } from '../../app/remembered-devices.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { Was } from './pairing.ts';

/** A glass that is a device already, and how much of its work is not sent. */
interface Glass {
  readonly id: string;
  readonly kind: Exclude<DeviceKind, 'console'>;
  readonly waiting: number;
}

/** Where a glass shows the code by which another hub takes it in as what it was. Only a person opens it. */
export const pairAgainAddress = ({ id, kind, waiting }: Glass): string =>
  `/${kind}?${String(new URLSearchParams({ pair: '', device: id, waiting: String(waiting) }))}`;

/** A glass that is to be paired again: what its people call it, and what another hub is told of it. */
interface PairsAgain {
  readonly name: string;
  readonly locale: RowOf<'deviceConfig'>['locale'];
  readonly was: Was;
}

/** Which device of this browser such an address is for; undefined on a glass that is none yet. */
export function pairsAgain(kind: DeviceKind, search: string): PairsAgain | undefined {
  const address = new URLSearchParams(search);
  const device = rememberedDevices().find((one) => one.kind === kind && one.id === address.get('device'));
  if (device === undefined) return undefined;
  const waiting = Number(address.get('waiting'));
  return {
    name: device.config.name,
    locale: device.config.locale,
    was: { deviceId: device.id, waiting: Number.isSafeInteger(waiting) && waiting > 0 ? waiting : 0 },
  };
}
