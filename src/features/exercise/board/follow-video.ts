/** How far the picture may stand from where the run is before it is moved there, in milliseconds: a leap is seen. */
const LEAP_MS = 1500;
/** From here on it is brought there by a pace that nobody notices, as while a corrected clock is being made up for. */
const TOLERANCE_MS = 200;
const PACE = 0.08;

/** Where a video ought to be: as the run says at this moment. */
interface Wanted {
  readonly playing: boolean;
  readonly positionMs: number;
  readonly rate: number;
}

/**
 * Holds a video to a run. Sound is asked for first; a browser that refuses it without a touch plays without.
 * @returns whether it plays without sound
 */
export async function follow(video: HTMLVideoElement, wanted: Wanted): Promise<boolean> {
  const aheadMs = video.currentTime * 1000 - wanted.positionMs;
  const off = Math.abs(aheadMs);
  if ((off > LEAP_MS || (!wanted.playing && off > TOLERANCE_MS)) && !video.seeking)
    video.currentTime = wanted.positionMs / 1000;
  const rate = wanted.rate * (off > TOLERANCE_MS && off <= LEAP_MS ? 1 - Math.sign(aheadMs) * PACE : 1);
  if (video.playbackRate !== rate) video.playbackRate = rate;
  if (!wanted.playing) {
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
