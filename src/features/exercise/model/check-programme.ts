import type { FieldProblem } from '../../../kernel/check.ts';
import type { Form, Programme } from './run.ts';

/** The most Han characters a cue may have, to be read in one look. */
const CUE_LENGTH = 8;

/** What keeps a programme from being saved: forms in order, inside the video, beats inside their form, something to see. */
export function checkProgramme(programme: Programme): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (programme.video === undefined && programme.coach === undefined)
    problems.push({ field: 'video', code: 'missing' });
  if (new Set(programme.forms.map((form) => form.key)).size !== programme.forms.length) {
    problems.push({ field: 'forms', code: 'twice' });
  }
  programme.forms.forEach((form, i) => {
    const before = programme.forms[i - 1];
    const at = `forms.${i}`;
    if (form.endMs <= form.startMs) problems.push({ field: `${at}.endMs`, code: 'before-start' });
    if (before !== undefined && form.startMs < before.endMs)
      problems.push({ field: `${at}.startMs`, code: 'overlaps' });
    if (form.endMs > programme.durationMs) problems.push({ field: `${at}.endMs`, code: 'past-the-end' });
    if ([...form.cue].length > CUE_LENGTH) problems.push({ field: `${at}.cue`, code: 'too-long' });
    if (form.beats.some(({ cue }) => cue !== null && [...cue].length > CUE_LENGTH))
      problems.push({ field: `${at}.beats`, code: 'too-long' });
    if (!beatsInside(form)) problems.push({ field: `${at}.beats`, code: 'outside' });
  });
  return problems;
}

const beatsInside = (form: Form): boolean =>
  form.beats.every(({ atMs }, i) => atMs >= (form.beats[i - 1]?.atMs ?? form.startMs) && atMs < form.endMs);
