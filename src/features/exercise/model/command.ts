import { formAt, type Form, type Programme, type Run } from './run.ts';
import { isAwaited, positionAt } from './run-state.ts';

/** What can be changed about how a run is shown and heard. */
export type RunSettings = Partial<Pick<Run, 'rate' | 'mirrored' | 'seated' | 'voice' | 'volume'>>;

/** One press of a remote: the leader's telephone's, or the set's own. */
export type RunCommand =
  | { readonly do: 'pause' }
  /** Goes on from where it was held or stopped. */
  | { readonly do: 'resume' }
  /** The whole round once more. */
  | { readonly do: 'again' }
  | { readonly do: 'stop' }
  /** Goes to the start of a form. */
  | { readonly do: 'form'; readonly form: Form }
  | { readonly do: 'set'; readonly settings: RunSettings };

/**
 * A run as it stands from a press on, in the hub's time; null where the press changes nothing. It is the same on the
 * hub and on a television that obeys its own remote.
 */
export function commanded(run: Run, programme: Programme, command: RunCommand, nowMs: number): Run | null {
  const change = changeOf(run, programme, command, nowMs);
  return change === null ? null : { ...run, asOfMs: nowMs, ...change };
}

function changeOf(run: Run, programme: Programme, command: RunCommand, nowMs: number): Partial<Run> | null {
  const positionMs = Math.round(Math.min(positionAt(run, nowMs), programme.durationMs));
  switch (command.do) {
    case 'pause':
      return run.state === 'playing' ? { state: 'paused', positionMs } : null;
    case 'stop':
      return run.state === 'stopped' ? null : { state: 'stopped', positionMs };
    case 'resume':
      // One that waits for its time begins now.
      return run.state === 'playing' && !isAwaited(run, nowMs) ? null : { state: 'playing', positionMs };
    case 'again':
      return { state: 'playing', positionMs: 0 };
    case 'form':
      return { positionMs: command.form.startMs };
    case 'set':
      // One that waits for its time waits on.
      return { ...command.settings, positionMs, asOfMs: isAwaited(run, nowMs) ? run.asOfMs : nowMs };
  }
}

/** The form a press on "next", "previous" or "once more" means, where the run is; null where there is none. */
export function formBeside(
  programme: Programme,
  positionMs: number,
  which: 'next' | 'previous' | 'repeat',
): Form | null {
  const now = formAt(programme, positionMs);
  const at = now === null ? -1 : programme.forms.indexOf(now);
  const step = which === 'next' ? 1 : which === 'previous' ? -1 : 0;
  return programme.forms[at + step] ?? (which === 'previous' ? now : null);
}

/** The paces a run can be had at, slowest first. A film slowed further judders, and its music drags. */
const FILM_PACES = [0.75, 0.8, 0.85, 0.9, 0.95, 1] as const;
const COACH_PACES = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2] as const;

/** The next pace slower or faster than one; null where there is none. */
export function paceBeside(rate: number, which: 'slower' | 'faster', isCoach: boolean): number | null {
  const paces: readonly number[] = isCoach ? COACH_PACES : FILM_PACES;
  return which === 'slower'
    ? ([...paces].reverse().find((pace) => pace < rate - 0.001) ?? null)
    : (paces.find((pace) => pace > rate + 0.001) ?? null);
}
