import type { Static } from 'typebox';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import type { DeviceConfigureArgs } from './device.schema.ts';
import { withSettings } from './settings.ts';

/**
 * Sets a device's panel, place and name, or some settings alone: on the hub in its own bucket too, where the device reads
 * it.
 */
export const deviceConfigure = defineMutation<Static<typeof DeviceConfigureArgs>>()({
  name: 'device.configure',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { config: asked, only }, ctx) {
    const known = await tx.get('staff', 'device', asked.id);
    const standing = only === undefined ? undefined : await tx.get('staff', 'deviceConfig', asked.id);
    const config = standing === undefined ? asked : withSettings(standing, asked, only ?? []);
    if (known !== undefined && known.kind !== config.kind) {
      return refused('other-kind', `${config.id} is paired as a ${known.kind}`);
    }
    if (known === undefined && ctx.actor.type !== 'hub')
      return refused('unknown-device', `${config.id} is no device`);
    const { id, kind, name, place } = config;
    const fresh = { id, kind, name, place, pairedAtMs: null, perhapsClonedAtMs: null };
    await tx.put('staff', 'device', id, known === undefined ? fresh : { ...known, name, place });
    await tx.put('staff', 'deviceConfig', id, config);
    if (ctx.authority) await tx.put(`device:${id}`, 'deviceConfig', id, config);
    return applied;
  },
});
