import { CommandReport, DeviceAnswer, DeviceCommand, DeviceCommandArgs } from './command.schema.ts';
import { Device, DeviceConfig, DeviceConfigureArgs, DeviceHealth, HealthReport } from './device.schema.ts';
import { DeviceFaults, FaultsReport } from './faults.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const devicesSchemas = {
  rows: {
    device: Device,
    deviceConfig: DeviceConfig,
    deviceHealth: DeviceHealth,
    deviceCommand: DeviceCommand,
    deviceAnswer: DeviceAnswer,
    deviceFaults: DeviceFaults,
  },
  args: {
    'device.configure': DeviceConfigureArgs,
    'device.command': DeviceCommandArgs,
  },
  reports: { health: HealthReport, command: CommandReport, faults: FaultsReport },
} as const;
