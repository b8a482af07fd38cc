import type { DayAt, Noun, Retention } from '../../../kernel/noun.ts';
import type { HelpCall } from './help.ts';
import { sinceMs } from './help.ts';

/**
 * From the day it was over, or, where nobody has ended it, from the day it was made: it is forgotten within the hour,
 * and goes like any other. One that no clock has seen stays until somebody closes it.
 */
const callKept = {
  for: 'days',
  days: 7,
  since: (call: HelpCall, dayAt: DayAt) => {
    const { state, endedAtMs, answeredAtMs, raisedAtMs, takenAtMs } = call;
    const isOver = state === 'done' || state === 'withdrawn';
    if (isOver) return dayAt(endedAtMs ?? answeredAtMs ?? raisedAtMs ?? 0);
    const madeAtMs = takenAtMs ?? sinceMs(call);
    return madeAtMs === null ? null : dayAt(madeAtMs);
  },
  afterwards: 'archive',
} as const satisfies Retention<HelpCall>;

export const helpRows = {
  helpCall: {
    v: 1,
    key: "the call's mid",
    in: { staff: callKept, device: { ...callKept, afterwards: 'gone' } },
  },
} as const satisfies Noun['rows'];
