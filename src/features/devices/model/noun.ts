import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { deviceConfigure } from './device.mutations.ts';
import type { Device, DeviceConfig, DeviceHealth, HealthReport } from './device.schema.ts';
import { takeHealth } from './reports.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    device: Static<typeof Device>;
    deviceConfig: Static<typeof DeviceConfig>;
    deviceHealth: Static<typeof DeviceHealth>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'device.configure': typeof deviceConfigure;
  }
}

declare module '../../../kernel/report.ts' {
  interface Reports {
    health: Static<typeof HealthReport>;
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
  },
  mutations: {
    'device.configure': deviceConfigure,
  },
  words: {
    'device.configure': 'staff.change.deviceConfigure',
    'device.link': 'staff.change.deviceLink',
    'device.measure': 'staff.change.deviceMeasure',
    'device.pair': 'staff.change.devicePair',
    'device.recover': 'staff.change.deviceRecover',
    'device.reclaim': 'staff.change.deviceReclaim',
    'device.revoke': 'staff.change.deviceRevoke',
    'kiosk.staff': 'staff.change.kioskStaff',
  },
  reports: { health: takeHealth },
});
