import type { Actor, RowTx } from '../../../kernel/mutation.ts';
import type { HelpCall } from './help.ts';
import { owns } from './help.ts';
import { putCall } from './put-call.ts';

/** A call as a kiosk asks the hub for it when it has no store to keep one in. */
interface DirectCall extends Required<Pick<HelpCall, 'id' | 'deviceId' | 'place' | 'kind' | 'visit'>> {
  /** That it is over, and how; null while somebody is wanted. */
  readonly end: 'withdrawn' | 'helped' | null;
}

/**
 * Takes a call at the hub, or what it has become since: asked again and again it is one call. Null where its name is
 * another's.
 * @param nowMs the hub's time; null where it is not sure of it
 */
export async function takeDirectly(
  tx: RowTx,
  actor: Actor,
  { end, ...asked }: DirectCall,
  nowMs: number | null,
): Promise<HelpCall | null> {
  const known = await tx.get('staff', 'helpCall', asked.id);
  if (known !== undefined && (known.deviceId !== asked.deviceId || !owns(known, asked.visit))) return null;
  const isOver = known?.state === 'done' || known?.state === 'withdrawn';
  if (known !== undefined && (end === null || isOver)) return known;
  const call: HelpCall = {
    ...(known ?? fresh(asked, nowMs)),
    ...(end === null ? {} : { state: end === 'helped' ? 'done' : 'withdrawn', endedAtMs: nowMs }),
  };
  await putCall(tx, { actor, authority: true }, call);
  return call;
}

const fresh = (asked: Omit<DirectCall, 'end'>, nowMs: number | null): HelpCall => ({
  ...asked,
  raisedAtMs: nowMs,
  ageUnknown: false,
  state: 'waiting',
  answeredBy: null,
  answeredAtMs: null,
  ...(nowMs === null ? {} : { takenAtMs: nowMs }),
});
