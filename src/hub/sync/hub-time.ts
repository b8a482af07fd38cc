import { FAR_MS, SteadyTime } from '../../kernel/steady-time.ts';
import type { Boot, CarriedOn, ClockMark, Doubt, Standing, Voucher } from './clock-mark.ts';
import { DeviceWalls, type HeardFrom } from './device-walls.ts';

/** The machine's clocks. */
export interface HubClock {
  /** Unix milliseconds; a mini PC without a battery may start in 1970. */
  wall(): number;
  /** Monotonic milliseconds of this process. */
  monotonic(): number;
  /** The machine's start, by which a hub that is started again on it knows how long it was away. */
  boot(): Boot;
  /** Whether the system says that its wall clock is synchronised; false where it says nothing. */
  isSynchronised(): Promise<boolean>;
}

/** No build of this is older. */
export const EARLIEST_MS = Date.UTC(2025, 0, 1);
/** What a clock may lose between two starts before it is called behind: a bad one does, in a week without power. */
const DRIFT_MS = 2 * 60_000;
/** A machine that starts again so soon has either been started again, or does not know that it was off. */
const AS_LEFT_MS = 15 * 60_000;
/** A centre that was shut for longer than this is opened by somebody, who can say what time it is. */
const SHUT_MS = 35 * 86_400_000;
/** The wall clock has been set when it moves by this against the monotonic one. */
const SET_MS = 2000;
/** Two looks one right after the other lie further apart only where the process is not let run. */
const HELD_UP_MS = 200;
/** The time is written down no oftener than this. */
const MARK_STEP_MS = 1000;

/**
 * The hub's time. Within a run it goes by the monotonic clock; it is *sure* while somebody vouches for it: the system's
 * own synchronisation, several devices, or a person. What speaks against it makes it unsure until one of them does.
 */
export class HubTime {
  readonly #clock: HubClock;
  readonly #line: SteadyTime;
  readonly #devices = new DeviceWalls();
  readonly #listeners = new Set<() => void>();
  #standing: Standing;
  #sureMs: number;
  /** The wall clock less the monotonic one, when last looked at. */
  #wallOffset: number;
  #markedMono = -Infinity;
  /** By the monotonic clock, from the last moment that was sure before the wall clock was set; null where that says nothing. */
  #carriedOn: (CarriedOn & { readonly mono: number }) | null = null;

  constructor(clock: HubClock, mark: ClockMark | null) {
    this.#clock = clock;
    const [wall, mono, boot] = [clock.wall(), clock.monotonic(), clock.boot()];
    this.#wallOffset = wall - mono;
    this.#sureMs = mark?.sureMs ?? 0;
    if (mark === null) {
      this.#line = new SteadyTime(wall, mono);
      this.#standing = wall < EARLIEST_MS ? unsure('behind', wall) : { sure: true, by: 'set-up' };
    } else if (mark.boot?.id === boot.id && mark.boot.upMs <= boot.upMs) {
      // The machine has been running all the while: it knows how long, whatever its wall clock says.
      const away = boot.upMs - mark.boot.upMs;
      this.#line = new SteadyTime(mark.toldMs + away, mono);
      this.#standing = mark.standing;
      this.#wallOffset = mark.wallMs + away - mono;
      const { carriedOn = null } = mark;
      if (carriedOn !== null) this.#carriedOn = { ...carriedOn, nowMs: carriedOn.nowMs + away, mono };
    } else {
      const why = this.#judge(wall, mark.toldMs);
      const told = this.#believes(wall, mark.toldMs) ? wall : mark.toldMs;
      this.#line = new SteadyTime(told, mono);
      this.#standing = unsure(why, told);
    }
  }

  /** Unix milliseconds. Goes back only when it is set by far. */
  now(): number {
    this.#lookAtWall();
    return this.#told();
  }

  get standing(): Standing {
    this.#lookAtWall();
    return this.#standing;
  }

  get sure(): boolean {
    return this.standing.sure;
  }

  /** Whether what is old may be put away on this time's word. Who set a centre up vouches for less than that. */
  get mayDestroy(): boolean {
    const { standing } = this;
    return standing.sure && standing.by !== 'set-up';
  }

  /** How far the machine's wall clock is ahead of the time told; negative when behind. */
  get wallAheadMs(): number {
    return Math.round(this.#clock.wall() - this.now());
  }

  /** Asks the system whether its wall clock is synchronised: then that is the time. */
  async askSystem(): Promise<void> {
    if (!(await this.#clock.isSynchronised())) return;
    this.#lookAtWall();
    this.#vouch('system', this.#clock.wall());
  }

  /** A person says what time it is: the hub steps there once. */
  confirm(unixMs: number): void {
    this.#lookAtWall();
    this.#vouch('person', unixMs);
  }

  /** Another machine says what its own wall clock shows. Several that agree are believed. */
  hear(from: HeardFrom, wallMs: number): void {
    this.#lookAtWall();
    if (wallMs < EARLIEST_MS) return;
    const mono = this.#clock.monotonic();
    this.#devices.hear(from, wallMs, mono);
    if (this.mayDestroy) return;
    for (const ours of [this.#told(), this.#clock.wall()]) {
      if (this.#devices.agreeWith(ours, mono)) return this.#vouch('devices', ours);
    }
    if (this.#standing.sure && this.#devices.agreeOnAnother(this.#told(), mono)) this.#doubt('devices');
  }

  /** What is to be written down, as text; null when it has been just now. */
  mark(): string | null {
    this.#lookAtWall();
    const mono = this.#clock.monotonic();
    if (mono - this.#markedMono < MARK_STEP_MS) return null;
    this.#markedMono = mono;
    const toldMs = this.#told();
    if (this.mayDestroy) this.#sureMs = toldMs;
    const mark: ClockMark = {
      toldMs,
      sureMs: this.#sureMs,
      wallMs: Math.round(mono + this.#wallOffset),
      boot: this.#clock.boot(),
      standing: this.#standing,
      carriedOn: this.#carriedOn && { nowMs: carriedTo(this.#carriedOn, mono), by: this.#carriedOn.by },
    };
    return JSON.stringify(mark);
  }

  /** Told when the time has become sure or unsure. Returns the disposer. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #told(): number {
    return Math.round(this.#line.at(this.#clock.monotonic()));
  }

  #lookAtWall(): void {
    const mono = this.#clock.monotonic();
    const wall = this.#clock.wall();
    const before = mono + this.#wallOffset;
    const moved = wall - before;
    if (Math.abs(moved) <= SET_MS) return;
    // Held up between the two looks: that is this process's affair, and no clock was set.
    if (this.#clock.monotonic() - mono > HELD_UP_MS) return;
    this.#wallOffset = wall - mono;
    const told = this.#line.at(mono);
    const followed = Math.abs(before - told) <= FAR_MS;
    if (Math.abs(moved) <= FAR_MS) {
      if (followed) this.#line.correct(wall, mono);
    } else if (this.#standing.sure && Math.abs(wall - told) <= FAR_MS) {
      // It was known to be wrong, and somebody has put it right.
      this.#line.correct(wall, mono);
    } else if (this.#carriedOn !== null && Math.abs(wall - carriedTo(this.#carriedOn, mono)) <= FAR_MS) {
      // Set wrong, and set right again: the machine knows how long it is since somebody vouched for it.
      this.#vouch(this.#carriedOn.by, wall);
    } else if (followed || !this.#standing.sure) {
      if (this.#standing.sure) this.#carriedOn = { nowMs: Math.round(told), by: this.#standing.by, mono };
      if (this.#believes(wall, told)) this.#line.correct(wall, mono);
      this.#doubt('set');
    }
  }

  /** Whether a wall clock's time can be, after the last sure one and so long after the last one told. */
  #believes(wall: number, toldMs: number): boolean {
    return wall >= Math.max(EARLIEST_MS, this.#sureMs - DRIFT_MS) && wall <= toldMs + SHUT_MS;
  }

  #judge(wall: number, toldMs: number): Doubt {
    if (wall > toldMs + SHUT_MS) return 'ahead';
    if (wall < toldMs - DRIFT_MS || wall < EARLIEST_MS) return 'behind';
    return wall < toldMs + AS_LEFT_MS ? 'as-left' : 'unchecked';
  }

  #vouch(by: Voucher, unixMs: number): void {
    const mono = this.#clock.monotonic();
    // What was not sure nobody goes by: it need not be left gently.
    if (this.#standing.sure) this.#line.correct(unixMs, mono);
    else this.#line.set(unixMs, mono);
    // The word of today counts more than what a wrong clock wrote down.
    if (by !== 'set-up') this.#sureMs = Math.round(unixMs);
    this.#carriedOn = null;
    if (!this.#standing.sure || this.#standing.by !== by) this.#become({ sure: true, by });
  }

  #doubt(why: Doubt): void {
    if (why === 'devices') this.#carriedOn = null;
    if (this.#standing.sure || this.#standing.why !== why) this.#become(unsure(why, this.#told()));
  }

  #become(standing: Standing): void {
    this.#standing = standing;
    this.#markedMono = -Infinity;
    for (const listener of this.#listeners) listener();
  }
}

const unsure = (why: Doubt, sinceMs: number): Standing => ({
  sure: false,
  why,
  sinceMs: Math.round(sinceMs),
});

const carriedTo = ({ nowMs, mono }: { readonly nowMs: number; readonly mono: number }, at: number): number =>
  Math.round(nowMs + at - mono);
