import type { Remedy } from './recoveries.ts';

/** A film that plays and has not moved for so long stands still. */
const STALLED_MS = 8000;

/** What is done about a film that stands, besides nudging it. */
interface Mend {
  may(remedy: Remedy): boolean;
  /** Puts the board up anew. */
  remount(): void;
  reload(): void;
  /** It moves again. */
  moved(): void;
}

interface Watched {
  atS: number;
  sinceMs: number;
  /** What was done since it last moved, in their order. */
  done: Remedy[];
}

/**
 * Sees whether the films on a glass move. One that stands though it should play is nudged, then its board is put up anew,
 * and last the page, where the film lies here and cannot be waited for.
 */
export class MediaWatch {
  readonly #known = new WeakMap<HTMLVideoElement, Watched>();
  /** What was done about a film whose board is gone by now: the next one takes it on. */
  #done: readonly Remedy[] = [];

  constructor(
    private readonly root: Element,
    private readonly mend: Mend,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Looks once; called every few seconds. */
  look(): void {
    const videos = document.visibilityState === 'hidden' ? [] : videosIn(this.root);
    for (const video of videos) this.#see(video);
  }

  #see(video: HTMLVideoElement): void {
    const now = this.now();
    const known = this.#known.get(video);
    const plays = !video.paused && !video.ended && video.error === null;
    if (known === undefined || !plays) {
      this.#known.set(video, { atS: video.currentTime, sinceMs: now, done: [...this.#done] });
      return;
    }
    if (video.currentTime !== known.atS) {
      known.atS = video.currentTime;
      known.sinceMs = now;
      if (known.done.length > 0) this.mend.moved();
      known.done = [];
      this.#done = [];
      return;
    }
    if (now - known.sinceMs < STALLED_MS) return;
    known.sinceMs = now;
    this.#mend(video, known.done);
    this.#done = known.done;
  }

  #mend(video: HTMLVideoElement, done: Remedy[]): void {
    const next = (['nudge', 'remount', 'reload'] as const).find((remedy) => !done.includes(remedy));
    // Of a film that has still to come, a page that starts anew has no more than this one.
    if (next === undefined || (next === 'reload' && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA))
      return;
    if (!this.mend.may(next)) return;
    done.push(next);
    if (next === 'nudge') nudge(video);
    else if (next === 'remount') this.mend.remount();
    else this.mend.reload();
  }
}

/** The decoder lets go of the film and takes it again where it was. */
function nudge(video: HTMLVideoElement): void {
  const { currentTime, playbackRate } = video;
  video.load();
  video.currentTime = currentTime;
  video.playbackRate = playbackRate;
  void video.play().catch(() => undefined);
}

/** All films under an element, through shadow roots. */
export function videosIn(root: Element | ShadowRoot): readonly HTMLVideoElement[] {
  const found: HTMLVideoElement[] = [];
  if (root instanceof Element && root.shadowRoot !== null) found.push(...videosIn(root.shadowRoot));
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLVideoElement) found.push(element);
    else if (element.shadowRoot !== null) found.push(...videosIn(element.shadowRoot));
  }
  return found;
}
