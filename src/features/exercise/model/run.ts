import type { RowOf } from '../../../kernel/rows.ts';

export type Run = RowOf<'run'>;
export type Programme = RowOf<'programme'>;
export type Form = Programme['forms'][number];
type Beat = Form['beats'][number];

/** How long a run command may be on its way: nobody's start at 11:00 fires at 16:00. */
export const COMMAND_VALID_MS = 2 * 60_000;
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
