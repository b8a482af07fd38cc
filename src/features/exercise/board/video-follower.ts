/** From here on the picture is brought back by a pace that nobody notices, in milliseconds. */
const TOLERANCE_MS = 100;
/** From here on a leap is better than a minute of haste; the first comes sooner, as a film that begins late is not looked at yet. */
const LEAP_MS = 1500;
const FIRST_LEAP_MS = 500;
/** A television takes half a second to two seconds for a leap, so it gets no more than these after each command. */
const LEAPS = 3;
/** How much faster or slower than it ought to be the picture may go, to be brought back. */
const NUDGE = 0.08;
/** A picture held this far from where it ought to stand is moved there: nobody follows it meanwhile. */
const HELD_MS = 200;
/** Off by more than this for so long, a picture does not follow, and its leader is told. */
const LOST_MS = 400;
const LOST_FOR_MS = 15_000;

/** Where a video ought to be: as the run says at this moment. */
interface Wanted {
  readonly playing: boolean;
  readonly positionMs: number;
  readonly rate: number;
  /** Names the command this comes of: each gets its leaps. */
  readonly command: string;
}

/** What has become of it. */
export interface Following {
  /** How far the picture is ahead, in milliseconds. */
  readonly driftMs: number;
  readonly leaps: number;
  readonly following: boolean;
}

/** What of a video it takes to hold it to a run. */
type Video = Pick<HTMLVideoElement, 'currentTime' | 'playbackRate' | 'seeking'>;

/**
 * Holds a video to a run. It leaps where it is far off, never more than three times for one command, and each time as far
 * ahead as the last leap took; else it goes a little faster or slower. One that cannot be brought back says so.
 */
export class VideoFollower {
  #command = '';
  #leaps = 0;
  #leapedAtMs: number | null = null;
  /** How long a leap takes on this set. */
  #leapTakesMs = 0;
  #lostSinceMs: number | null = null;

  constructor(
    private readonly video: Video,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Brings the picture to where it ought to be, or a little nearer; call it about once a second. */
  follow(wanted: Wanted): Following {
    if (wanted.command !== this.#command) {
      this.#command = wanted.command;
      this.#leaps = 0;
      this.#lostSinceMs = null;
    }
    const { video } = this;
    this.#arrived();
    const aheadMs = video.currentTime * 1000 - wanted.positionMs;
    const off = Math.abs(aheadMs);
    const leapFrom = !wanted.playing ? HELD_MS : this.#leaps === 0 ? FIRST_LEAP_MS : LEAP_MS;
    if (off > leapFrom && !video.seeking && this.#leaps < LEAPS) {
      this.#leaps += 1;
      this.#leapedAtMs = this.now();
      const lead = wanted.playing ? this.#leapTakesMs * wanted.rate : 0;
      video.currentTime = (wanted.positionMs + lead) / 1000;
    }
    const nudge = off > TOLERANCE_MS && wanted.playing ? 1 - Math.sign(aheadMs) * NUDGE : 1;
    const rate = wanted.rate * nudge;
    if (Math.abs(video.playbackRate - rate) > 0.001) video.playbackRate = rate;
    return { driftMs: Math.round(aheadMs), leaps: this.#leaps, following: this.#isFollowing(off) };
  }

  /** Learns how long a leap takes, so that the next one lands where the run is by then. */
  #arrived(): void {
    if (this.#leapedAtMs === null || this.video.seeking) return;
    this.#leapTakesMs = Math.min(this.now() - this.#leapedAtMs, 3000);
    this.#leapedAtMs = null;
  }

  #isFollowing(off: number): boolean {
    if (off <= LOST_MS) this.#lostSinceMs = null;
    else this.#lostSinceMs ??= this.now();
    return this.#lostSinceMs === null || this.now() - this.#lostSinceMs < LOST_FOR_MS;
  }
}

/**
 * Plays or holds a video. Sound is asked for first; a browser that refuses it without a touch plays without.
 * @returns whether it is without sound
 */
export async function playOrHold(video: HTMLVideoElement, playing: boolean): Promise<boolean> {
  if (!playing) {
    video.pause();
    return video.muted;
  }
  if (!video.paused) return video.muted;
  try {
    await video.play();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || video.muted)
      return video.muted;
    video.muted = true;
    await video.play().catch(() => undefined);
  }
  return video.muted;
}

/** Lets go of a video's decoder and memory; without this a renderer grows for days. */
export function release(video: HTMLVideoElement): void {
  video.pause();
  video.removeAttribute('src');
  video.load();
}
