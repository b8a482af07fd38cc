import type { RowOf } from '../../kernel/rows.ts';

/**
 * Whether this device says that it can play a file, by how its tracks are coded, how large and how fast it is. What
 * nobody has looked into is tried; a device that does not answer is taken to be able to.
 */
export async function canPlay(media: RowOf<'media'>): Promise<boolean> {
  const { mime, codecs } = media;
  const isVideo = mime.startsWith('video/');
  if (codecs === undefined || (!isVideo && !mime.startsWith('audio/'))) return true;
  const player = document.createElement(isVideo ? 'video' : 'audio');
  if (player.canPlayType(`${mime}; codecs="${codecs}"`) === '') return false;
  return !isVideo || canDecode(media, codecs);
}

/** Smooth or not: one that is not smooth is still better than none. */
async function canDecode(
  { mime, widthPx, heightPx, framesPerSecond, sizeBytes, durationMs }: RowOf<'media'>,
  codecs: string,
): Promise<boolean> {
  const capabilities: MediaCapabilities | undefined = navigator.mediaCapabilities;
  if (capabilities === undefined || widthPx === undefined || heightPx === undefined) return true;
  const picture = codecs.split(',').find((codec) => /^avc/i.test(codec)) ?? '';
  try {
    const { supported } = await capabilities.decodingInfo({
      type: 'file',
      video: {
        contentType: `${mime}; codecs="${picture}"`,
        width: widthPx,
        height: heightPx,
        framerate: framesPerSecond === undefined || framesPerSecond <= 0 ? 25 : framesPerSecond,
        bitrate:
          durationMs === null || durationMs <= 0 ? 4_000_000 : Math.ceil((sizeBytes * 8000) / durationMs),
      },
    });
    return supported;
  } catch {
    return true;
  }
}
