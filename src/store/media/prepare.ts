/** No panel is finer; a photo of more is sent as it will be seen, in a tenth of the time. */
const LONGEST_PX = 3840;
/** What weighs more carries what nobody sees: the best JPEG a telephone makes of so many points is lighter. */
const HEAVIEST_BYTES = 8 * 1024 * 1024;
const THUMB_PX = 640;
/** A film whose picture takes longer goes without one. */
const PICTURE_MS = 8000;

/** A file as it is sent, and the small picture that stands for it. */
export interface Prepared {
  readonly file: Blob;
  readonly picture: Blob | null;
}

/**
 * Makes a file ready to be sent: a photo no larger than a panel shows, which also leaves out where it was taken; a small
 * picture of it, or of a video. What the browser cannot read goes as it is: the hub says what is wrong with it.
 */
export async function prepared(file: File): Promise<Prepared> {
  try {
    if (file.type.startsWith('image/')) return await ofPhoto(file);
    if (file.type.startsWith('video/')) return { file, picture: await ofVideo(file) };
  } catch {
    // It goes as it is.
  }
  return { file, picture: null };
}

async function ofPhoto(file: File): Promise<Prepared> {
  const photo = await createImageBitmap(file);
  try {
    const isLarge = Math.max(photo.width, photo.height) > LONGEST_PX || file.size > HEAVIEST_BYTES;
    const small = isLarge ? await drawn(photo, photo.width, photo.height, LONGEST_PX, 0.9) : null;
    return {
      file: small === null ? file : named(small, file),
      picture: await drawn(photo, photo.width, photo.height, THUMB_PX, 0.8),
    };
  } finally {
    photo.close();
  }
}

/** Keeps what an upload is told by when it is gone on with: the file's name and date. */
const named = (blob: Blob, { name, lastModified }: File): File =>
  new File([blob], name, { type: blob.type, lastModified });

async function ofVideo(file: File): Promise<Blob | null> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    await comes(video, 'loadeddata');
    video.currentTime = Math.min(1, video.duration / 4);
    await comes(video, 'seeked');
    return await drawn(video, video.videoWidth, video.videoHeight, 2 * THUMB_PX, 0.8);
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

function comes(video: HTMLVideoElement, type: string): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, PICTURE_MS);
    video.addEventListener(type, () => resolve(), { once: true });
    video.addEventListener('error', reject, { once: true });
  });
}

/** A picture at most so long and wide, as JPEG. */
function drawn(
  source: CanvasImageSource,
  width: number,
  height: number,
  longest: number,
  quality: number,
): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
