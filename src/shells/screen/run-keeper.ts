import { restDays, type CalendarDay } from '../../features/calendar/model/calendar.ts';
import type { Centre } from '../../features/centre/model/centre.ts';
import type { Voice } from '../../features/exercise/board/counting-aloud.ts';
import { commanded, type RunCommand } from '../../features/exercise/model/command.ts';
import { followedRun, isNewest, pressed, type OwnRun } from '../../features/exercise/model/own-run.ts';
import { formAt, mayBegin, type Programme, type Run } from '../../features/exercise/model/run.ts';
import { isAwaited, positionAt, runState } from '../../features/exercise/model/run-state.ts';
import {
  runThatCounts,
  selfStarted,
  type SelfStartFacts,
} from '../../features/exercise/model/self-started.ts';
import type { Showing } from '../../features/schedules/model/showing.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { RunMemory, type Joined } from './run-memory.ts';

/** What a screen knows of the exercises it may show. */
export interface RunRows {
  readonly row: Run | undefined;
  readonly room: string | null;
  /** Those that begin by themselves; where there are none, nothing of their days is asked. */
  readonly courses: SelfStartFacts['courses'];
  readonly changes: SelfStartFacts['changes'];
  readonly days: readonly CalendarDay[];
  readonly programmes: readonly Programme[];
}

interface Followed {
  readonly run: Run;
  readonly programme: Programme;
}

/** So often is it noted where a run is, and after so long without a note the set was off: it does not run on unseen. */
const NOTE_EVERY_MS = 5000;
const WAS_OFF_AFTER_MS = 20_000;
/** Nothing is called in for longer before it begins. */
const LONGEST_WAIT_MS = 600_000;

/**
 * Which run a screen follows: what its leader has commanded, what the timetable begins, and what was pressed on the
 * set's own remote, which counts at once and without the hub. One that went on while the set was off waits, held, at the
 * form it was in; so does one that an emergency has broken into.
 */
export class RunKeeper {
  #own: OwnRun | null;
  #row: Run | undefined;
  #now: Followed | null = null;
  /** Whether it has been found out what happened while the set was off. */
  #awake = false;
  #noted = '';
  #notedMs = 0;
  #told = false;

  private constructor(
    private readonly store: LocalStore,
    private readonly screenId: string,
    private readonly changed: () => void,
    private readonly memory: RunMemory,
  ) {
    this.#own = memory.own();
  }

  /** Knows what the screen remembers. */
  static async open(store: LocalStore, screenId: string, changed: () => void): Promise<RunKeeper> {
    return new RunKeeper(store, screenId, changed, await RunMemory.open(store, screenId));
  }

  /** The run to show now, if any, with its programme. */
  followed(
    { row, room, courses, changes, days, programmes }: RunRows,
    { utcOffsetMinutes }: Pick<Centre, 'utcOffsetMinutes'>,
    nowMs: number,
  ): Followed | null {
    const isRest = restDays(days);
    const plan = { screenId: this.screenId, room, courses, changes, isRest, utcOffsetMinutes };
    this.#row = row;
    if (this.#own !== null && !isNewest(row, this.#own)) this.#keep(null);
    const commandedRun = followedRun(row, this.#own);
    const programmeOf = (run: Run | undefined) => programmes.find(({ id }) => id === run?.programmeId);
    const planned = selfStarted(plan, nowMs);
    const counts = runThatCounts(commandedRun, planned, programmeOf(commandedRun), nowMs);
    const run = counts && this.#takingPart(counts, nowMs);
    const programme = programmeOf(run);
    this.#now = run === undefined || programme === undefined ? null : { run, programme };
    if (this.#now !== null) this.#wake(this.#now, nowMs);
    if (this.#own !== null && !this.#told) this.#tell(this.#own.run, nowMs);
    return this.#now;
  }

  /** Notes what has been decided: a run that stands on the glass is taken part in, one broken into is held. */
  shown(showing: Showing, { quality, nowMs }: TimeReading): void {
    if (nowMs === null) return;
    if (showing.show === 'run') this.#note(showing, nowMs);
    else if (showing.show === 'emergency') this.#hold(nowMs);
    // A set that comes back before its hub may have a clock by which the exercise was over long ago.
    else if (quality === 'confirmed') this.#leave();
  }

  #hold(nowMs: number): void {
    if (this.#now !== null && this.#goesOn(this.#now, nowMs)) this.press({ do: 'pause' });
  }

  /** A press on the set's own remote: obeyed at once, and told to the hub. */
  readonly press = (command: RunCommand): void => {
    const { nowMs } = this.store.time();
    if (this.#now === null || nowMs === null) return;
    this.#become(commanded(this.#now.run, this.#now.programme, command, nowMs), nowMs);
    this.changed();
  };

  /** What counts aloud comes when an exercise stands on the glass. */
  readonly bringVoice = async (screenId: string): Promise<Voice> =>
    new (await import('./count-voice.ts')).CountVoice(screenId);

  #become(next: Run | null, nowMs: number, woke = false): void {
    if (next === null || this.#now === null) return;
    this.#keep({ ...pressed(this.#row, this.#own, next), ...(woke ? { woke } : {}) });
    this.#now = { ...this.#now, run: this.#own?.run ?? next };
    this.#tell(next, nowMs);
  }

  #keep(own: OwnRun | null): void {
    this.#own = own;
    this.memory.keepOwn(own);
  }

  /** What was first heard of too late is not begun; what the timetable began unseen waits at its start. */
  #takingPart(run: Run, nowMs: number): Run | undefined {
    const joined = this.memory.joined();
    const goesOn = joined !== null && isSame(joined, run);
    if (goesOn || run === this.#own?.run || mayBegin(run, nowMs)) return run;
    return run.version === 0 ? { ...run, state: 'paused' } : undefined;
  }

  /** Once after each start: a run that played when the set went off is held at the form it was in. */
  #wake({ run, programme }: Followed, nowMs: number): void {
    if (this.#awake || !this.#goesOn({ run, programme }, nowMs)) return;
    this.#awake = true;
    const before = this.memory.joined();
    if (before === null || !before.playing || before.version !== run.version) return;
    if (nowMs - before.atMs < WAS_OFF_AFTER_MS) return;
    const positionMs = formAt(programme, before.positionMs)?.startMs ?? 0;
    this.#become({ ...run, state: 'paused', positionMs, asOfMs: nowMs }, nowMs, true);
  }

  #goesOn({ run, programme }: Followed, nowMs: number): boolean {
    const state = runState(run, programme.durationMs, nowMs);
    return run.state === 'playing' && state !== 'soon' && state !== 'over' && state !== 'again';
  }

  #note({ run, programme }: Followed, nowMs: number): void {
    this.#awake = true;
    const { version, sessionId } = run;
    const playing = run.state === 'playing';
    const positionMs = Math.round(positionAt(run, nowMs));
    const what = `${version} ${playing} ${formAt(programme, positionMs)?.key}`;
    const isNew = what !== this.#noted;
    if (!isNew && Math.abs(nowMs - this.#notedMs) < NOTE_EVERY_MS) return;
    this.#noted = what;
    this.#notedMs = nowMs;
    this.memory.join({ version, sessionId, playing, positionMs, atMs: Math.round(nowMs) }, isNew);
  }

  #leave(): void {
    this.#noted = '';
    if (this.memory.joined() !== null) this.memory.join(null);
  }

  #tell(run: Run, nowMs: number): void {
    if (this.#own === null) return;
    this.#told = true;
    const { basedOn, nth, woke } = this.#own;
    const { programmeId, sessionId, state, rate, untilMs, mirrored, seated, voice, volume } = run;
    const durationMs = this.#now?.programme.durationMs ?? run.positionMs;
    this.store.report({
      type: 'ownRun',
      basedOn,
      nth,
      programmeId,
      sessionId,
      state,
      positionMs: Math.round(Math.min(positionAt(run, nowMs), durationMs)),
      rate,
      ...(untilMs === undefined ? {} : { untilMs }),
      ...(isAwaited(run, nowMs)
        ? { waitsMs: Math.min(Math.round(run.asOfMs - nowMs), LONGEST_WAIT_MS) }
        : {}),
      ...(mirrored === undefined ? {} : { mirrored }),
      ...(seated === undefined ? {} : { seated }),
      ...(voice === undefined ? {} : { voice }),
      ...(volume === undefined ? {} : { volume }),
      ...(woke === undefined ? {} : { woke }),
    });
  }
}

/** Whether a run continues what the screen takes part in. One that waits at its start, begun unseen, is not gone on with. */
function isSame(joined: Joined, run: Run): boolean {
  if (run.version > 0 && joined.version > 0) return run.version >= joined.version;
  return run.sessionId === joined.sessionId && (run.version > 0 || joined.playing);
}
