import { SteadyTime } from '../../kernel/steady-time.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { AnswerHead } from '../wire/wire.ts';
import type { Clock } from './ports.ts';
import type { Entry } from './records.ts';

/** No build of this is older: a wall clock before it has lost its battery. */
const EARLIEST_MS = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
/** A device put away for longer than this is set up again by somebody; else its clock has run off. */
const PUT_AWAY_MS = 35 * DAY_MS;
/** A page that starts so soon after the newest confirmed time may be on a machine that does not know it was off. */
const AS_LEFT_MS = 15 * 60_000;
/** An answer slower than this tells the time worse than the last one did. */
const SLOW_ANSWER_MS = 4000;
/** The two clocks of a device may differ by this before one of them has jumped (a sleep, a correction). */
const JUMP_MS = 5000;

/**
 * What the device knows of the time. Confirmed while an answer of the hub in this run says so, carried by the wall
 * clock (never below the highest confirmed time) otherwise, unknown when the wall clock cannot be right.
 */
export class DeviceClock {
  readonly raw: Clock;
  #highWaterMs: number;
  #line: SteadyTime | null = null;
  /** The wall clock less the monotonic one, when last looked at. */
  #wallOffset: number;
  #vouches: boolean;
  readonly #stepped: () => void;

  /** @param stepped told when an answer of the hub has made it surer what time it is, or another time */
  constructor(raw: Clock, highWaterMs: number, stepped: () => void = () => undefined) {
    this.raw = raw;
    this.#stepped = stepped;
    this.#highWaterMs = highWaterMs;
    this.#wallOffset = this.#offset();
    this.#vouches = Math.abs(raw.wall() - highWaterMs) > AS_LEFT_MS;
  }

  read(): TimeReading {
    const wall = this.raw.wall();
    if (this.#line !== null) {
      const nowMs = this.#told(this.#line);
      this.#highWaterMs = Math.max(this.#highWaterMs, nowMs);
      const moved = this.#offset() - this.#wallOffset;
      if (Math.abs(moved) <= JUMP_MS) return { quality: 'confirmed', nowMs };
      // A suspended machine stops its monotonic clock, and somebody may have set the wall clock: from here neither is
      // sure, and of what they may mean the least is taken.
      const slept = moved > PUT_AWAY_MS ? 0 : moved;
      return { quality: 'carried', nowMs: Math.max(nowMs, Math.round(Math.min(wall, nowMs + slept))) };
    }
    if (wall < EARLIEST_MS || wall < this.#highWaterMs - DAY_MS || this.#hasRunOff(wall))
      return { quality: 'unknown', nowMs: null };
    return { quality: 'carried', nowMs: Math.max(Math.floor(wall), this.#highWaterMs) };
  }

  /**
   * An answer came: the hub's time when it answered, and when by our monotonic clock it was asked. A hub whose own time
   * may be wrong confirms nothing; one that is sure takes back what a wrong one had confirmed.
   */
  confirm(
    { hubNow, timeUnsure, timeSure }: Pick<AnswerHead, 'hubNow' | 'timeUnsure' | 'timeSure'>,
    askedMono: number,
  ): void {
    if (timeUnsure === true) return;
    const mono = this.raw.monotonic();
    const tripMs = mono - askedMono;
    const goesOn = this.#line !== null && this.read().quality === 'confirmed';
    if (goesOn && tripMs > SLOW_ANSWER_MS) return;
    const before = this.read();
    const hubMs = hubNow + tripMs / 2;
    if (goesOn) this.#line?.correct(hubMs, mono);
    else this.#line = new SteadyTime(hubMs, mono);
    const offset = this.#offset();
    if (Math.abs(offset - this.#wallOffset) > JUMP_MS) this.#vouches = true;
    this.#wallOffset = offset;
    this.#highWaterMs =
      timeSure === true ? Math.round(hubMs) : Math.max(this.#highWaterMs, Math.round(hubMs));
    const { nowMs } = this.read();
    if (before.quality !== 'confirmed' || Math.abs((nowMs ?? 0) - before.nowMs) > JUMP_MS) this.#stepped();
  }

  /** The highest time confirmed, to be written down. */
  get highWaterMs(): number {
    this.read();
    return this.#highWaterMs;
  }

  /**
   * What the wall clock shows, where that is worth something to a hub that has lost the time: not where it may stand as
   * this machine was left, as after a power cut it would on all of them.
   */
  get ownWall(): number | undefined {
    const wall = Math.round(this.raw.wall());
    return this.#vouches && wall >= EARLIEST_MS ? wall : undefined;
  }

  #hasRunOff(wall: number): boolean {
    return this.#highWaterMs > 0 && wall > this.#highWaterMs + PUT_AWAY_MS;
  }

  #told(line: SteadyTime): number {
    return Math.round(line.at(this.raw.monotonic()));
  }

  #offset(): number {
    return this.raw.wall() - this.raw.monotonic();
  }
}

/**
 * How long ago a mutation was made: on the monotonic clock in the boot that made it, or between two confirmed times;
 * null when neither is known. A lid that was closed has stopped the monotonic clock: what the time since a confirmed
 * one says beyond it counts too, or a start pressed at 11:00 would fire when the lid is opened at 16:00.
 */
export function ageOf({ mut, bootId, madeAtMono }: Entry, clock: DeviceClock): number | null {
  const now = clock.read();
  const between =
    now.nowMs === null || mut.timeQuality !== 'confirmed' || mut.deviceTime === null
      ? null
      : Math.max(0, now.nowMs - mut.deviceTime);
  if (bootId !== clock.raw.bootId) return now.quality === 'confirmed' ? between : null;
  return Math.max(0, Math.round(clock.raw.monotonic() - madeAtMono), between ?? 0);
}
