import type { Static } from 'typebox';
import { applied, defineMutation, refused, signature } from '../../../kernel/mutation.ts';
import { COMMAND_VALID_MS, commandId } from './command.ts';
import type { DeviceCommandArgs } from './command.schema.ts';

/** Asks something of a device, now: what comes later than its time is done by nobody. */
export const deviceCommand = defineMutation<Static<typeof DeviceCommandArgs>>()({
  name: 'device.command',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  validFor: { ms: COMMAND_VALID_MS, whenUnknown: 'expire' },
  async apply(tx, { deviceId, what, mark, volume }, ctx) {
    if (ctx.now.nowMs === null)
      return refused('unknown-time', 'the time is not known here, so nothing can be timed');
    const device = await tx.get('staff', 'device', deviceId);
    if (device === undefined || device.kind === 'console' || device.pairedAtMs === null)
      return refused('unknown-device', `${deviceId} is no kiosk or screen that is paired`);
    const health = await tx.get('staff', 'deviceHealth', deviceId);
    if (health?.can?.includes(what) !== true) return refused('cannot', `${deviceId} does not know ${what}`);
    const id = commandId(deviceId, what);
    const command = {
      id,
      deviceId,
      what,
      askedId: ctx.mid,
      by: signature(ctx.actor).slice(0, 40),
      atMs: ctx.now.nowMs,
      untilMs: ctx.now.nowMs + COMMAND_VALID_MS,
      ...(mark === undefined ? {} : { mark }),
      ...(volume === undefined ? {} : { volume }),
    };
    await tx.put('staff', 'deviceCommand', id, command);
    if (ctx.authority) await tx.put(`device:${deviceId}`, 'deviceCommand', id, command);
    const config = await tx.get('staff', 'deviceConfig', deviceId);
    if (what !== 'volume' || volume === undefined || config === undefined) return applied;
    // It lasts: a set that was switched off is as loud afterwards as somebody has made it.
    const next = { ...config, sound: { taps: config.sound?.taps ?? true, volume } };
    await tx.put('staff', 'deviceConfig', deviceId, next);
    if (ctx.authority) await tx.put(`device:${deviceId}`, 'deviceConfig', deviceId, next);
    return applied;
  },
});
