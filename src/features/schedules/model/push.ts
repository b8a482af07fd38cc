import type { RowOf } from '../../../kernel/rows.ts';

export type Push = RowOf<'push'>;

/** How long a push may be on its way: nobody's "now" begins when they have gone home. */
export const PUSH_VALID_MS = 2 * 60_000;
/** A push is for now: what is to stay longer belongs into the schedule. */
export const LONGEST_PUSH_MS = 24 * 60 * 60_000;
/** So far a screen's clock may be behind the hub's. */
const BEHIND_MS = 10 * 60_000;

/** Whether a push holds at a time. On a clock that is far behind the push nobody knows when it would end. */
export const isPushed = (push: Push, nowMs: number): boolean =>
  push.fromMs - BEHIND_MS <= nowMs && nowMs < push.untilMs;
