import { Device, DeviceConfig, DeviceConfigureArgs, DeviceHealth, HealthReport } from './device.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const devicesSchemas = {
  rows: {
    device: Device,
    deviceConfig: DeviceConfig,
    deviceHealth: DeviceHealth,
  },
  args: {
    'device.configure': DeviceConfigureArgs,
  },
  reports: { health: HealthReport },
} as const;
