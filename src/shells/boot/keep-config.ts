import { rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { isStillTheirs } from './still-theirs.ts';

/** Remembers for the next cold start what staff have set for this device, and tells when it has changed. */
export function keepConfig(
  store: LocalStore,
  device: RememberedDevice,
  changed: (config: RowOf<'deviceConfig'>) => void,
): void {
  let known = device;
  store.watch(
    async (view) => ({
      config: (await view.get('device', 'deviceConfig', device.id)) ?? known.config,
      utcOffsetMinutes: (await view.list('centre', 'centre'))[0]?.utcOffsetMinutes ?? known.utcOffsetMinutes,
    }),
    (now) => {
      const before = known;
      known = { ...known, ...now, lastUsedMs: Date.now() };
      const isNew = !same(now.config, before.config) || now.utcOffsetMinutes !== before.utcOffsetMinutes;
      if (isNew && isStillTheirs(device)) rememberDevice(known);
      if (!same(now.config, before.config)) changed(now.config);
    },
    (error) => console.error(error),
  );
}

const same = (a: RowOf<'deviceConfig'>, b: RowOf<'deviceConfig'>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
