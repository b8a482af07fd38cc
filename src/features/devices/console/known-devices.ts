import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import type { ConsoleIcon } from '../../../ui/console/console-icons.ts';
import type { Device, DeviceHealth } from './device-words.ts';

/** A device with what it has last said of itself. */
export interface KnownDevice {
  readonly device: Device;
  /** Undefined while it has never been heard of. */
  readonly health: DeviceHealth | undefined;
  /** Nobody has said how large its panel is, and how far away its last reader. */
  readonly panelGuessed: boolean;
  readonly faults: RowOf<'deviceFaults'> | undefined;
  readonly media: RowOf<'deviceMedia'> | undefined;
  /** By which number it is known in this house; null for a console, which shows none. */
  readonly mark: number | null;
}

/** Which drawing stands for a device. */
export const deviceIcons = { kiosk: 'kiosk', screen: 'screens', console: 'person' } as const satisfies Record<
  Device['kind'],
  ConsoleIcon
>;

const order: readonly Device['kind'][] = ['kiosk', 'screen', 'console'];

/** All of them, in the order staff walk past them: what elders touch, what they watch, what staff use. */
export async function readDevices(view: View): Promise<readonly KnownDevice[]> {
  const devices = await view.list('staff', 'device');
  const healths = await view.list('staff', 'deviceHealth');
  const faults = await view.list('staff', 'deviceFaults');
  const medias = await view.list('staff', 'deviceMedia');
  const configs = await view.list('staff', 'deviceConfig');
  return [...devices]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((device, at) => ({
      device,
      health: healths.find(({ id }) => id === device.id),
      panelGuessed: configs.some(({ id, panelGuessed }) => id === device.id && panelGuessed === true),
      faults: faults.find(({ id }) => id === device.id),
      media: medias.find(({ id }) => id === device.id),
      mark: device.kind === 'console' ? null : at + 1,
    }));
}
