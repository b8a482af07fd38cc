import { sinceMs, type HelpCall } from './help.ts';

/*
 * How calls stand, and what answers make of them: what a kiosk's start does not need.
 */

/** A call of which nothing has been heard for so long is over: whoever pressed has long gone home. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/**
 * How a call stands at a time. `forgotten`: nobody has ended it, and it is too old to be of anybody who is still there;
 * staff are told, and nobody is promised anything by it.
 */
type Standing = 'waiting' | 'coming' | 'done' | 'withdrawn' | 'forgotten';

/** How badly somebody is needed. */
export const kindOf = (call: HelpCall): 'help' | 'emergency' => call.kind ?? 'help';

/** When the last was heard of it, Unix ms; null where no clock has seen it. */
function lastNewsMs(call: HelpCall): number | null {
  const known = [call.takenAtMs ?? sinceMs(call), call.remindedAtMs, call.answeredAtMs].filter(isTime);
  return known.length === 0 ? null : Math.max(...known);
}

/** How a call stands. On a time that is not known, or of a call that no clock has seen, it is not taken for forgotten. */
export function standingOf(call: HelpCall, nowMs: number | null): Standing {
  if (call.state === 'done' || call.state === 'withdrawn') return call.state;
  const newsMs = lastNewsMs(call);
  const forgotten = nowMs !== null && newsMs !== null && nowMs - newsMs > FORGOTTEN_AFTER_MS;
  return forgotten ? 'forgotten' : call.state;
}

export const isOpen = (call: HelpCall, nowMs: number | null): boolean => {
  const standing = standingOf(call, nowMs);
  return standing === 'waiting' || standing === 'coming';
};

/** Calls that still want somebody: emergencies first, then waiting ones, each the longest waiting first. */
export function openCalls(calls: readonly HelpCall[], nowMs: number | null): readonly HelpCall[] {
  const rank = (call: HelpCall): number =>
    (kindOf(call) === 'emergency' ? 0 : 2) + (call.state === 'waiting' ? 0 : 1);
  return calls
    .filter((call) => isOpen(call, nowMs))
    .sort((a, b) => rank(a) - rank(b) || (sinceMs(a) ?? 0) - (sinceMs(b) ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Calls that nobody has ended and that are too old to go to: for staff to close, the newest first. */
export const forgottenCalls = (calls: readonly HelpCall[], nowMs: number | null): readonly HelpCall[] =>
  calls
    .filter((call) => standingOf(call, nowMs) === 'forgotten')
    .sort((a, b) => (sinceMs(b) ?? 0) - (sinceMs(a) ?? 0));

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
    ...(reply === 'done' ? { endedAtMs: nowMs } : {}),
  };
}

/** A call as it was before an answer that was a slip; null where there is none to take back. */
export function reopened(call: HelpCall, as: 'waiting' | 'coming'): HelpCall | null {
  const { endedAtMs: _, ...open } = call;
  if (call.state === 'withdrawn' || call.state === as) return null;
  if (as === 'coming')
    return call.state !== 'done' || call.answeredBy === null ? null : { ...open, state: 'coming' };
  return { ...open, state: 'waiting', answeredBy: null, answeredAtMs: null };
}

const isTime = (ms: number | null | undefined): ms is number => ms !== null && ms !== undefined;
