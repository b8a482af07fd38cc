import type { Run } from './run.ts';

/** How long a paused run keeps its screen, where it is for no session that lasts longer. */
const PAUSE_KEPT_MS = 30 * 60_000;
/** How long a screen asks for another round, where the run is for no session. */
const ASK_AGAIN_MS = 10 * 60_000;

/**
 * Where a run is, in milliseconds of its video: a playing one moves with the hub's time, a paused one stands.
 * May lie past the video's end; a clock behind the run's start reads as its start.
 */
export function positionAt(run: Run, nowMs: number): number {
  if (run.state !== 'playing') return run.positionMs;
  return run.positionMs + Math.max(0, nowMs - run.asOfMs) * run.rate;
}

/**
 * What a run is for its screen. `soon`: the timetable will begin it. `again`: the round is done, and until the session
 * ends it may be had once more. `over`: stopped, or nobody wants it any more.
 */
export type RunState = 'soon' | 'playing' | 'paused' | 'again' | 'over';

/** A glass whose clock is so far behind its leader's start begins at once. */
const BEHIND_MS = 10_000;

/** Whether a run has a time at which it will begin by itself. */
export const isAwaited = ({ state, asOfMs }: Run, nowMs: number): boolean =>
  state === 'playing' && nowMs < asOfMs;

/** What a run is for its screen now. */
export function runState(run: Run, durationMs: number, nowMs: number): RunState {
  const untilMs = run.untilMs ?? 0;
  if (run.state === 'stopped') return 'over';
  if (run.state === 'paused')
    return nowMs > Math.max(run.asOfMs + PAUSE_KEPT_MS, untilMs) ? 'over' : 'paused';
  if (isAwaited(run, run.version === 0 ? nowMs : nowMs + BEHIND_MS)) return 'soon';
  if (positionAt(run, nowMs) < durationMs) return 'playing';
  return nowMs < endMs(run, durationMs) ? 'again' : 'over';
}

/** When one that plays on is over by itself. */
function endMs({ asOfMs, positionMs, rate, untilMs }: Run, durationMs: number): number {
  const doneMs = asOfMs + (durationMs - positionMs) / rate;
  return Math.max(doneMs, untilMs ?? doneMs + ASK_AGAIN_MS);
}

/** The first moment at which nobody wants a run any more, if nobody touches it, Unix ms; null where that is past. */
export function overFromMs(run: Run, durationMs: number): number | null {
  if (run.state === 'stopped') return null;
  if (run.state === 'playing') return Math.ceil(endMs(run, durationMs));
  return Math.max(run.asOfMs + PAUSE_KEPT_MS, run.untilMs ?? 0) + 1;
}
