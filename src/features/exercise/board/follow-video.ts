/** How far the picture may stand from where the run is before it is moved there, in milliseconds. */
const TOLERANCE_MS = 350;

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
  const offMs = Math.abs(video.currentTime * 1000 - wanted.positionMs);
  if (offMs > TOLERANCE_MS && !video.seeking) video.currentTime = wanted.positionMs / 1000;
  if (video.playbackRate !== wanted.rate) video.playbackRate = wanted.rate;
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
