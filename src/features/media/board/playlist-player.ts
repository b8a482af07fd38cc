import type { MediaHash } from '../../../kernel/ids.ts';
import { isVideo, PHOTO_SECONDS, type MediaItem } from '../model/media.ts';
import { Stay } from './stay.ts';
import { begin, heldFrame, pictureSlide, release, videoSlide, type Fit, type Slide } from './slides.ts';

/** One item of a playlist with the file it names. */
export interface Shown {
  readonly media: MediaItem;
  readonly seconds: number | undefined;
  readonly fit: Fit;
}

interface PlayerPorts {
  /** Where slides stand. */
  readonly stage: HTMLElement;
  /** True where a second video would freeze the set. */
  readonly oneDecoder: boolean;
  /** When a file was last found not to play, on the monotonic clock: known to every player of the page, as boards come and go. */
  readonly broken: Map<string, number>;
  url(hash: MediaHash): Promise<string | null>;
  /** A file does not play, though it is here. */
  failed(hash: MediaHash, why: 'broken' | 'stalled'): void;
  /** An item has its first frame on the glass, so long after the last frame of the one before. */
  shown(index: number, gapMs: number): void;
  /** Nothing can be shown: not one file is here, or none plays. */
  empty(why: 'coming' | 'broken'): void;
}

/** A file that did not play is tried again after this long. */
const AGAIN_MS = 10 * 60_000;
/** With nothing to show it is looked again after this long, or when a file has come. */
const LOOK_MS = 30_000;
/** The next video is made ready so long before its turn; a second one asks much of a set. */
const AHEAD_S = 4;
const FADE_MS = 150;

/** Shows one item after the other, over and over. What stands on the glass goes only when the next has painted. */
export class PlaylistPlayer {
  readonly #ports: PlayerPorts;
  readonly #stay = new Stay();
  #items: readonly Shown[] = [];
  #sound = false;
  #index = -1;
  #now: Slide | null = null;
  /** The file that was put on the glass last. */
  #of: MediaHash | null = null;
  #ahead: { readonly shown: Shown; readonly slide: Promise<Slide> } | null = null;
  #life = 0;
  #endedAtMs = 0;

  constructor(ports: PlayerPorts) {
    this.#ports = ports;
  }

  /** What is played from now on; the item on the glass stays to its end where it is still among them. */
  play(items: readonly Shown[], sound: boolean): void {
    const now = this.#items[this.#index];
    this.#sound = sound;
    this.#items = items;
    this.#dropAhead();
    if (now !== undefined) {
      const at = items.findIndex(({ media }) => media.id === now.media.id);
      this.#index = at >= 0 ? at : -1;
      if (at < 0) this.#stay.end();
    }
    this.#stay.wake();
    if (this.#life === 0) void this.#run((this.#life = performance.now()));
  }

  /** A file has come: what waits for one looks again. */
  look(): void {
    this.#stay.wake();
  }

  stop(): void {
    this.#life = 0;
    this.#stay.end();
    this.#dropAhead();
    if (this.#now !== null) release(this.#now);
    this.#now = null;
    this.#ports.stage.textContent = '';
  }

  async #run(life: number): Promise<void> {
    let missed = 0;
    while (this.#life === life) {
      if (missed >= this.#items.length) {
        const isBroken = this.#items.some(({ media }) => this.#isBroken(media.id));
        this.#ports.empty(isBroken ? 'broken' : 'coming');
        await this.#stay.forWaking(LOOK_MS);
        missed = 0;
        continue;
      }
      this.#index = (this.#index + 1) % Math.max(1, this.#items.length);
      const shown = this.#items[this.#index];
      if (shown === undefined) continue;
      // What is let go of while it begins has not failed.
      const isUp = await this.#put(shown, life).catch(
        () => this.#life === life && this.#fail(shown, 'broken'),
      );
      if (this.#life !== life) return;
      if (!isUp) {
        missed += 1;
        continue;
      }
      missed = 0;
      await this.#holdOn(shown);
    }
  }

  /** Puts an item on the glass; false where it is not here, or did not play a while ago. */
  async #put(shown: Shown, life: number): Promise<boolean> {
    const { media } = shown;
    if (this.#isBroken(media.id)) return false;
    const last = this.#now;
    if (last?.video != null && this.#of === media.id && this.#items.length === 1)
      return this.#again(last.video);
    const url = await this.#ports.url(media.id);
    if (url === null) return false;
    if (last?.video != null && isVideo(media) && this.#ports.oneDecoder) await this.#cover(media);
    const ready = this.#ahead?.shown === shown ? this.#ahead.slide : this.#slideOf(shown, url);
    this.#ahead = null;
    const slide = await ready;
    if (this.#life !== life) {
      release(slide);
      return false;
    }
    try {
      if (slide.video !== null) await begin(slide.video, this.#sound);
    } catch (error) {
      release(slide);
      throw error;
    }
    if (this.#life !== life) {
      release(slide);
      return false;
    }
    this.#bringForward(slide);
    this.#of = media.id;
    return true;
  }

  #slideOf({ media, fit }: Shown, url: string): Promise<Slide> {
    return isVideo(media) ? videoSlide(this.#ports.stage, url, fit) : pictureSlide(url, fit);
  }

  /** The only video there is begins anew, under its own last frame. */
  async #again(video: HTMLVideoElement): Promise<boolean> {
    video.currentTime = 0;
    await begin(video, this.#sound);
    this.#tellShown();
    return true;
  }

  /**
   * The one decoder is let go of before the next video is begun. Meanwhile stands the next video's own picture where
   * there is one, else the last frame of the one before.
   */
  async #cover(next: MediaItem): Promise<void> {
    const last = this.#now;
    if (last === null) return;
    const fit = last.node.classList.contains('fill') ? 'fill' : 'whole';
    const poster = next.poster === undefined ? null : await this.#ports.url(next.poster);
    const cover =
      (poster === null ? null : await pictureSlide(poster, fit).catch(() => null)) ?? heldFrame(last, fit);
    if (cover === null) return;
    this.#ports.stage.append(cover.node);
    release(last);
    this.#now = cover;
  }

  #bringForward(slide: Slide): void {
    const last = this.#now;
    const { stage } = this.#ports;
    slide.node.classList.remove('coming');
    slide.node.classList.add('appears');
    // A video stays where it was begun: moved, some engines begin it anew.
    if (slide.node.parentNode !== stage) stage.append(slide.node);
    this.#now = slide;
    if (last !== null) setTimeout(() => release(last), FADE_MS);
    this.#tellShown();
  }

  #tellShown(): void {
    const gapMs = this.#endedAtMs === 0 ? 0 : performance.now() - this.#endedAtMs;
    this.#ports.shown(this.#index, Math.max(0, gapMs));
  }

  /** Until an item's time is over, and the next is made ready meanwhile. */
  async #holdOn(shown: Shown): Promise<void> {
    const video = this.#now?.video ?? null;
    const capMs = shown.seconds === undefined ? null : shown.seconds * 1000;
    if (video === null) {
      void this.#prepare();
      await this.#stay.forPicture(capMs ?? PHOTO_SECONDS * 1000);
    } else {
      const why = await this.#stay.forVideo(video, capMs, AHEAD_S, () => void this.#prepare());
      if (why !== 'over') this.#fail(shown, why);
    }
    this.#endedAtMs = performance.now();
  }

  /** Makes the next item ready, unless that would be a second video where only one may be. */
  async #prepare(): Promise<void> {
    const life = this.#life;
    const next = this.#items[(this.#index + 1) % Math.max(1, this.#items.length)];
    if (next === undefined || this.#items.length < 2 || this.#ahead !== null || this.#isBroken(next.media.id))
      return;
    if (isVideo(next.media) && this.#ports.oneDecoder && this.#now?.video != null) return;
    const url = await this.#ports.url(next.media.id);
    if (url === null || this.#life !== life || this.#ahead !== null || !this.#items.includes(next)) return;
    const slide = this.#slideOf(next, url);
    // Whoever takes it is told.
    slide.catch(() => undefined);
    this.#ahead = { shown: next, slide };
  }

  #dropAhead(): void {
    this.#ahead?.slide.then(release, () => undefined);
    this.#ahead = null;
  }

  #fail({ media }: Shown, why: 'broken' | 'stalled'): false {
    this.#ports.broken.set(media.id, performance.now());
    this.#ports.failed(media.id, why);
    return false;
  }

  #isBroken(hash: MediaHash): boolean {
    const since = this.#ports.broken.get(hash);
    return since !== undefined && performance.now() - since < AGAIN_MS;
  }
}
