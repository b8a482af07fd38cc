import { loudness } from '../../../app/loudness.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Programme, Run } from '../model/run.ts';
import { positionAt } from '../model/run-state.ts';
import { eachFrame } from './frame-clock.ts';
import { playOrHold, release, VideoFollower, type Following } from './video-follower.ts';

/** How often the picture is held to the run while nothing changes. */
const HOLD_EVERY_MS = 1000;
const FOLLOWS: Following = { driftMs: 0, leaps: 0, following: true };
const LOUDEST = 100;

interface Options {
  readonly run: () => Run;
  readonly programme: () => Programme;
  readonly nowMs: () => number | null;
  /** A frame stands on the glass, of this moment. */
  readonly shown: (atMs: number) => void;
  /** It has been held to the run. */
  readonly held: () => void;
}

/** The film of a programme on the glass, held to its run, loud as it was set; it lets go of its decoder when it leaves. */
export class PlayingFilm implements ReactiveController {
  #video: HTMLVideoElement | null = null;
  #follower: VideoFollower | null = null;
  #stopFrames: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #following = FOLLOWS;
  #silent = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  get following(): Following {
    // One that ought to play and does not, follows nothing.
    const stands = this.#video !== null && this.#video.paused && this.options.run().state === 'playing';
    return stands && this.#video?.ended === false
      ? { ...this.#following, following: false }
      : this.#following;
  }

  get silent(): boolean {
    return this.#silent;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.hold(), HOLD_EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.take(null);
  }

  /** The video that stands on the board now; null while there is none. */
  take(video: HTMLVideoElement | null): void {
    if (video === this.#video) return;
    this.#stopFrames?.();
    if (this.#video !== null) release(this.#video);
    this.#video = video;
    this.#following = FOLLOWS;
    this.#follower = video === null ? null : new VideoFollower(video);
    this.#stopFrames = video === null ? undefined : eachFrame(video, this.options.shown);
  }

  /** A person is there: what a browser gives no sound without a touch for, it may sound now. */
  touched(): void {
    if (this.#video?.muted === true) this.#video.muted = false;
    this.hold();
  }

  /** Puts the picture where the run is. */
  hold(): void {
    const nowMs = this.options.nowMs();
    const video = this.#video;
    if (nowMs === null || video === null || video.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    const run = this.options.run();
    const positionMs = Math.min(positionAt(run, nowMs), this.options.programme().durationMs);
    const playing = run.state === 'playing';
    this.#following =
      this.#follower?.follow({
        playing,
        positionMs,
        rate: run.rate,
        command: `${run.version} ${run.asOfMs}`,
      }) ?? FOLLOWS;
    video.volume = ((run.volume ?? LOUDEST) / LOUDEST) * loudness();
    void playOrHold(video, playing && !video.ended).then((silent) => {
      this.#silent = silent;
      this.options.held();
    });
  }
}
