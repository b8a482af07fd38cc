import { loudness } from '../../../app/loudness.ts';
import { plays } from '../../../ui/common/plays.ts';

/** One photo or video on its way to the glass or on it. */
export interface Slide {
  readonly node: HTMLElement;
  /** The video of it; null for a picture. */
  readonly video: HTMLVideoElement | null;
}

/** A set may take seconds to begin a video; one that takes longer will not. */
const FIRST_FRAME_MS = 20_000;

export type Fit = 'whole' | 'fill';

/** A picture, decoded, so that it stands at once. Rejects where it cannot be shown. */
export async function pictureSlide(url: string, fit: Fit): Promise<Slide> {
  const node = document.createElement('img');
  node.className = fit;
  node.alt = '';
  node.src = url;
  await node.decode();
  return { node, video: null };
}

/** A video, unseen on the stage until it has a frame to show. Rejects where it cannot be played. */
export async function videoSlide(stage: HTMLElement, url: string, fit: Fit): Promise<Slide> {
  if (!plays('film')) throw new Error('nothing to play a film with');
  const video = document.createElement('video');
  video.className = `${fit} coming`;
  video.playsInline = true;
  video.preload = 'auto';
  video.muted = true;
  video.volume = loudness();
  video.src = url;
  stage.append(video);
  const slide = { node: video, video };
  try {
    await happens(video, 'loadeddata', FIRST_FRAME_MS);
  } catch (error) {
    release(slide);
    throw error;
  }
  return slide;
}

/** What a video shows now, as a picture: it stays while the set's one decoder is given to the next. */
export function heldFrame({ video }: Slide, fit: Fit): Slide | null {
  if (video === null || video.videoWidth === 0) return null;
  const node = document.createElement('canvas');
  node.className = fit;
  node.width = video.videoWidth;
  node.height = video.videoHeight;
  node.getContext('2d')?.drawImage(video, 0, 0);
  return { node, video: null };
}

/** Begins to play, aloud where that is asked for and allowed; resolves once a frame of it is painted. */
export async function begin(video: HTMLVideoElement, sound: boolean): Promise<void> {
  const painted = firstFrame(video);
  // Told to whoever waits for it, further down.
  painted.catch(() => undefined);
  video.muted = !sound;
  try {
    await video.play();
  } catch (error) {
    if (!sound || !(error instanceof DOMException) || error.name !== 'NotAllowedError') throw error;
    video.muted = true;
    await video.play();
  }
  await painted;
}

/** The time of the frame that is painted first; engines that do not say so are asked when they play. */
async function firstFrame(video: HTMLVideoElement): Promise<void> {
  if (!('requestVideoFrameCallback' in video)) {
    await happens(video, 'timeupdate', FIRST_FRAME_MS);
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no frame')), FIRST_FRAME_MS);
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Lets go of a decoder and of memory; without this a renderer grows for days. */
export function release({ node, video }: Slide): void {
  if (video !== null) {
    video.pause();
    video.removeAttribute('src');
    video.load();
  }
  if (node instanceof HTMLImageElement) node.removeAttribute('src');
  if (node instanceof HTMLCanvasElement) node.width = 0;
  node.remove();
}

/** Resolves at an event of a video's, rejects at its error or when it does not come. */
function happens(video: HTMLVideoElement, type: string, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (then: () => void) => (): void => {
      clearTimeout(timer);
      video.removeEventListener(type, good);
      video.removeEventListener('error', bad);
      then();
    };
    const good = done(resolve);
    const bad = done(() => reject(new Error(video.error?.message ?? 'it does not play')));
    const timer = setTimeout(bad, withinMs);
    video.addEventListener(type, good);
    video.addEventListener('error', bad);
  });
}
