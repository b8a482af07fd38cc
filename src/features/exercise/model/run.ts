import type { RowOf } from '../../../kernel/rows.ts';

export type Run = RowOf<'run'>;
export type Programme = RowOf<'programme'>;
export type Form = Programme['forms'][number];
type Beat = Form['beats'][number];

/** How long a run command may be on its way: nobody's start at 11:00 fires at 16:00. */
export const COMMAND_VALID_MS = 2 * 60_000;
/** How long a paused run keeps its screen. */
const PAUSE_KEPT_MS = 30 * 60_000;

/**
 * Where a run is, in milliseconds of its video: a playing one moves with the hub's time, a paused one stands.
 * May lie past the video's end; a clock behind the run's start reads as its start.
 */
export function positionAt(run: Run, nowMs: number): number {
  if (run.state !== 'playing') return run.positionMs;
  return run.positionMs + Math.max(0, nowMs - run.asOfMs) * run.rate;
}

/** What a run is for its screen now. `over`: stopped, played to its end, or left paused. */
export function runState(run: Run, durationMs: number, nowMs: number): 'playing' | 'paused' | 'over' {
  if (run.state === 'stopped') return 'over';
  if (run.state === 'paused') return nowMs - run.asOfMs > PAUSE_KEPT_MS ? 'over' : 'paused';
  return positionAt(run, nowMs) < durationMs ? 'playing' : 'over';
}

/** Whether a screen that first hears of a run at a hub time may still begin it. */
export const mayBegin = (run: Run, heardAtMs: number): boolean => heardAtMs <= run.startBeforeMs;

/** The form being done at a position; between forms the one just done. Null before the first. */
export function formAt(programme: Programme, positionMs: number): Form | null {
  return programme.forms.reduce<Form | null>(
    (found, form) => (form.startMs <= positionMs && form.startMs >= (found?.startMs ?? 0) ? form : found),
    null,
  );
}

/** The newest beat of a form at a position: its count, side and cue. Null before the first. */
export function beatAt(form: Form, positionMs: number): Beat | null {
  return form.beats.reduce<Beat | null>(
    (found, beat) => (beat.atMs <= positionMs && beat.atMs >= (found?.atMs ?? 0) ? beat : found),
    null,
  );
}

/** The repetition being counted at a position and how many the form has; null where nothing is counted. */
export function countAt(
  form: Form,
  positionMs: number,
): { readonly count: number; readonly of: number } | null {
  const count = beatAt(form, positionMs)?.count ?? 0;
  return count === 0 ? null : { count, of: Math.max(...form.beats.map((beat) => beat.count)) };
}

/** The numbered forms, without opening and closing: one progress dot each. */
export const numberedForms = (programme: Programme): readonly Form[] =>
  programme.forms.filter((form) => form.number >= 1 && form.number <= 8);
