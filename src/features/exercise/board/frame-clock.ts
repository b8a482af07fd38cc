/**
 * Says of each frame of a video which moment of it stands on the glass; where a browser does not tell (before Chromium
 * 83), at each of the screen's own frames where the video is. `timeupdate` fires four times a second: too late to count by.
 * @returns the disposer
 */
export function eachFrame(video: HTMLVideoElement, shown: (atMs: number) => void): () => void {
  let stopped = false;
  const tells = typeof video.requestVideoFrameCallback === 'function';
  const say = (atMs: number): void => {
    if (stopped) return;
    shown(atMs);
    next();
  };
  const next = (): void => {
    if (tells) video.requestVideoFrameCallback((_now, { mediaTime }) => say(mediaTime * 1000));
    else requestAnimationFrame(() => say(video.currentTime * 1000));
  };
  next();
  return () => (stopped = true);
}
