import type { TimeReading } from '../../kernel/time.ts';
import type { AnswerHead } from '../wire/wire.ts';
import type { Clock } from './ports.ts';
import type { Entry } from './records.ts';

/** No build of this is older: a wall clock before it has lost its battery. */
const EARLIEST_MS = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
/** An answer slower than this tells the time worse than the last one did. */
const SLOW_ANSWER_MS = 4000;
/** The two clocks of a device may differ by this before one of them has jumped (a sleep, a correction). */
const JUMP_MS = 5000;

interface Fix {
  readonly hubMs: number;
  readonly mono: number;
  readonly wall: number;
}

/**
 * What the device knows of the time. Confirmed while an answer of the hub in this run says so, carried by the wall
 * clock (never below the highest confirmed time) otherwise, unknown when the wall clock cannot be right.
 */
export class DeviceClock {
  readonly raw: Clock;
  #highWaterMs: number;
  #fix: Fix | null = null;

  constructor(raw: Clock, highWaterMs: number) {
    this.raw = raw;
    this.#highWaterMs = highWaterMs;
  }

  read(): TimeReading {
    const wall = this.raw.wall();
    const fix = this.#fix;
    if (fix !== null) {
      const since = this.raw.monotonic() - fix.mono;
      const nowMs = Math.round(fix.hubMs + since);
      this.#highWaterMs = Math.max(this.#highWaterMs, nowMs);
      if (Math.abs(wall - fix.wall - since) <= JUMP_MS) return { quality: 'confirmed', nowMs };
      // A suspended machine stops its monotonic clock, and somebody may have set the wall clock: from here neither is
      // sure, and of what they may mean the least is taken.
      const slept = fix.hubMs + wall - fix.wall;
      return { quality: 'carried', nowMs: Math.max(nowMs, Math.round(Math.min(wall, slept))) };
    }
    if (wall < EARLIEST_MS || wall < this.#highWaterMs - DAY_MS) return { quality: 'unknown', nowMs: null };
    return { quality: 'carried', nowMs: Math.max(Math.floor(wall), this.#highWaterMs) };
  }

  /**
   * An answer came: the hub's time when it answered, and when by our monotonic clock it was asked. A hub that has lost
   * the time itself confirms nothing.
   */
  confirm({ hubNow, timeUnsure }: Pick<AnswerHead, 'hubNow' | 'timeUnsure'>, askedMono: number): void {
    if (timeUnsure === true) return;
    const mono = this.raw.monotonic();
    const tripMs = mono - askedMono;
    if (this.#fix !== null && tripMs > SLOW_ANSWER_MS && this.read().quality === 'confirmed') return;
    this.#fix = { hubMs: hubNow + tripMs / 2, mono, wall: this.raw.wall() };
    this.#highWaterMs = Math.max(this.#highWaterMs, Math.round(this.#fix.hubMs));
  }

  /** The highest time ever confirmed, to be written down. */
  get highWaterMs(): number {
    this.read();
    return this.#highWaterMs;
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
