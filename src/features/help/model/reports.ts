import type { TakeReport } from '../../../kernel/report.ts';
import { MOST_HEARD } from './help.ts';

/** A console has a call: until one says so, nobody at the kiosk is told that somebody was called. */
export const takeHeard: TakeReport<'helpHeard'> = async (tx, { callId }, ctx) => {
  const device = await tx.get('staff', 'device', ctx.deviceId);
  const call = await tx.get('staff', 'helpCall', callId);
  if (device?.kind !== 'console' || call === undefined) return;
  const heard = call.heard ?? [];
  if (heard.length >= MOST_HEARD || heard.some(({ deviceId }) => deviceId === ctx.deviceId)) return;
  const atMs = ctx.isSure ? Math.max(0, Math.round(ctx.nowMs - ctx.agoMs)) : null;
  const next = { ...call, heard: [...heard, { deviceId: ctx.deviceId, atMs }] };
  await tx.put('staff', 'helpCall', callId, next);
  await tx.put(`device:${call.deviceId}`, 'helpCall', callId, next);
};
