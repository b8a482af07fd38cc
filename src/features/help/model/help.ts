import type { RowOf } from '../../../kernel/rows.ts';

export type HelpCall = RowOf<'helpCall'>;

/** A call for help that nobody has heard of for this long is no longer carried. */
export const CALL_VALID_MS = 30 * 60_000;

/** Calls that still want somebody: waiting ones first, each the longest waiting first. */
export function openCalls(calls: readonly HelpCall[]): readonly HelpCall[] {
  const rank = (call: HelpCall): number => (call.state === 'waiting' ? 0 : 1);
  return calls
    .filter((call) => call.state === 'waiting' || call.state === 'coming')
    .sort((a, b) => rank(a) - rank(b) || (a.raisedAtMs ?? 0) - (b.raisedAtMs ?? 0) || (a.id < b.id ? -1 : 1));
}

/** The newest call of a device that is neither done nor withdrawn: what its kiosk shows. Ids sort by time. */
export function currentCall(calls: readonly HelpCall[]): HelpCall | null {
  return openCalls(calls).reduce<HelpCall | null>((a, b) => (a === null || b.id > a.id ? b : a), null);
}

/** What a reply makes of a call; null when it changes nothing: answered already, done or withdrawn. */
export function answered(
  call: HelpCall,
  reply: 'coming' | 'done',
  by: string,
  nowMs: number | null,
): HelpCall | null {
  if (call.state === 'done' || call.state === 'withdrawn' || call.state === reply) return null;
  return {
    ...call,
    state: reply,
    answeredBy: call.answeredBy ?? by,
    answeredAtMs: call.answeredAtMs ?? nowMs,
  };
}
