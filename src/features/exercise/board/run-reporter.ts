import type { LocalStore } from '../../../protocol/client/api.ts';
import type { Report } from '../../../kernel/report.ts';

export type RunSaid = Omit<Extract<Report, { type: 'run' }>, 'type' | 'of'>;

/** While nothing changes it is said again this often: where the picture is, and that somebody is still there. */
const AGAIN_MS = 10_000;
/** A picture that is so far from where it would have come to by itself has leapt. */
const LEAP_MS = 500;
/** A drift that has changed by less is the same to whoever leads. */
const DRIFT_STEP_MS = 150;

/** Tells what the screen really does of its run: at once what has changed, and now and then where it is. */
export class RunReporter {
  #said = '';
  #saidAtMs = -Infinity;
  #last: Pick<RunSaid, 'positionMs' | 'state' | 'rate'> | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  say(store: LocalStore, said: RunSaid): void {
    const { positionMs: _moves, driftMs, ...rest } = said;
    const now = this.now();
    const what = JSON.stringify([rest, Math.round(driftMs / DRIFT_STEP_MS)]);
    if (what === this.#said && now - this.#saidAtMs < AGAIN_MS && !this.#hasLeapt(said.positionMs, now))
      return;
    this.#last = said;
    this.#said = what;
    this.#saidAtMs = now;
    store.report({ type: 'run', ...said });
  }

  /** What was said last is no longer true of now: a command is answered before its frame is drawn. */
  #hasLeapt(positionMs: number, now: number): boolean {
    if (this.#last === null) return false;
    const { positionMs: from, state, rate } = this.#last;
    const by = state === 'playing' ? (now - this.#saidAtMs) * rate : 0;
    return Math.abs(positionMs - from - by) > LEAP_MS;
  }

  /** A new command is answered even where nothing changes by it: a leap within the form it is in. */
  answer(): void {
    this.#said = '';
  }
}

/** What can be set on this screen, of what is shown now. */
export const abilities = ({
  drawn,
  seats,
  speaks,
  sounds,
}: Readonly<Record<'drawn' | 'seats' | 'speaks' | 'sounds', boolean>>): RunSaid['can'] => [
  'mirror',
  ...(drawn && seats ? (['seated'] as const) : []),
  ...(speaks ? (['voice'] as const) : []),
  ...(drawn ? (['coach-pace'] as const) : []),
  ...(sounds ? (['volume'] as const) : []),
];
