import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { deviceCommand } from './command.mutations.ts';
import type { CommandReport, DeviceAnswer, DeviceCommand } from './command.schema.ts';
import { deviceConfigure } from './device.mutations.ts';
import type { Device, DeviceConfig, DeviceHealth, HealthReport } from './device.schema.ts';
import type { DeviceFaults, FaultsReport } from './faults.schema.ts';
import { takeCommand, takeFaults, takeHealth } from './reports.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    device: Static<typeof Device>;
    deviceConfig: Static<typeof DeviceConfig>;
    deviceHealth: Static<typeof DeviceHealth>;
    deviceCommand: Static<typeof DeviceCommand>;
    deviceAnswer: Static<typeof DeviceAnswer>;
    deviceFaults: Static<typeof DeviceFaults>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'device.configure': typeof deviceConfigure;
    'device.command': typeof deviceCommand;
  }
}

declare module '../../../kernel/report.ts' {
  interface Reports {
    health: Static<typeof HealthReport>;
    command: Static<typeof CommandReport>;
    faults: Static<typeof FaultsReport>;
  }
}

export const devices = defineNoun({
  rows: {
    device: {
      v: 1,
      key: 'the device',
      in: { staff: standing },
    },
    deviceConfig: {
      v: 1,
      key: 'the device',
      in: { staff: standing, device: standing },
    },
    deviceHealth: {
      v: 1,
      key: 'the device',
      in: { staff: standing },
    },
    deviceCommand: {
      v: 1,
      key: 'the device and what is asked of it',
      in: { staff: standing, device: standing },
    },
    deviceAnswer: {
      v: 1,
      key: 'the device and what was asked of it',
      in: { staff: standing },
    },
    deviceFaults: {
      v: 1,
      key: 'the device',
      in: { staff: standing },
    },
  },
  mutations: {
    'device.configure': deviceConfigure,
    'device.command': deviceCommand,
  },
  words: {
    'device.configure': 'staff.change.deviceConfigure',
    'device.command': 'staff.change.deviceCommand',
    'device.link': 'staff.change.deviceLink',
    'device.measure': 'staff.change.deviceMeasure',
    'device.pair': 'staff.change.devicePair',
    'device.recover': 'staff.change.deviceRecover',
    'device.reclaim': 'staff.change.deviceReclaim',
    'device.revoke': 'staff.change.deviceRevoke',
    'kiosk.staff': 'staff.change.kioskStaff',
  },
  reports: { health: takeHealth, command: takeCommand, faults: takeFaults },
});
