import { open, type FileHandle } from 'node:fs/promises';
import { imageSizeFromFile } from 'image-size/fromFile';
import type { Movie, Track } from 'mp4box';
import type { RowOf } from '../../kernel/rows.ts';
import { goesToEnd } from './goes-to-end.ts';
import { HEAD_BYTES, sniff } from './sniff.ts';

/** Why a file is not taken, as a stable word; the console has the remedy to each. */
export type NotTaken =
  | 'apple-photo'
  | 'other-video'
  | 'other-video-codec'
  | 'other-sound-codec'
  | 'too-many-pixels'
  | 'unreadable'
  | 'not-media';

type Inspected = Pick<
  RowOf<'media'>,
  'mime' | 'durationMs' | 'codecs' | 'widthPx' | 'heightPx' | 'framesPerSecond'
>;

/** A photo of more is a wall's, and takes a television's whole memory to draw. */
const MOST_PIXELS = 50_000_000;
/** What is read of an MP4 at once while its index is looked for, and how often. */
const STEP_BYTES = 256 * 1024;
const MOST_STEPS = 400;
/** Baseline, main, extended and high: 8 bits with half the colour, which is what televisions decode. */
const PLAIN_H264 = /^avc[13]\.(42|4d|58|64)/i;
/** What stands before a WAV's samples is short; in one where it is not nobody looks further. */
const WAVE_HEAD_BYTES = 4096;
/** PCM, and G.711 µ-law. */
const PLAIN_SOUND = [1, 7];
const SOUNDS = /^(mp4a\.40\.(2|5|29)|mp4a\.(67|69|6b)|\.mp3)$/i;

/** Looks at what a file is, whatever its name says. */
export async function inspect(path: string): Promise<Inspected | NotTaken> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    await file.read(head, 0, head.length, 0);
    const found = sniff(head);
    if (found.type === 'other') return found.what === 'other' ? 'not-media' : found.what;
    const looked = await lookedInto(path, file, found.mime);
    // What has a remedy of its own is told by that.
    return typeof looked === 'string' || (await goesToEnd(file, found.mime)) ? looked : 'unreadable';
  } finally {
    await file.close();
  }
}

async function lookedInto(
  path: string,
  file: FileHandle,
  mime: Inspected['mime'],
): Promise<Inspected | NotTaken> {
  switch (mime) {
    case 'video/mp4':
    case 'audio/mp4':
      return ofMovie(file);
    case 'audio/mpeg':
      return { mime, durationMs: null };
    case 'audio/wav':
      return ofWave(file);
    default:
      return ofPhoto(path, mime);
  }
}

async function ofPhoto(path: string, mime: Inspected['mime']): Promise<Inspected | NotTaken> {
  try {
    const { width, height } = await imageSizeFromFile(path);
    if (width < 1 || height < 1) return 'unreadable';
    if (width * height > MOST_PIXELS) return 'too-many-pixels';
    return { mime, durationMs: null, widthPx: width, heightPx: height };
  } catch {
    return 'unreadable';
  }
}

async function ofMovie(file: FileHandle): Promise<Inspected | NotTaken> {
  const movie = await indexOf(file);
  if (movie === null) return 'unreadable';
  const video = movie.tracks.filter(({ type }) => type === 'video');
  const sound = movie.tracks.filter(({ type }) => type === 'audio');
  if (video.length + sound.length === 0) return 'not-media';
  if (!video.every(({ codec }) => PLAIN_H264.test(codec))) return 'other-video-codec';
  if (!sound.every(({ codec }) => SOUNDS.test(codec))) return 'other-sound-codec';
  const [picture] = video;
  const durationMs = movie.timescale > 0 ? Math.round((movie.duration / movie.timescale) * 1000) : 0;
  const common = {
    durationMs: durationMs > 0 ? durationMs : null,
    codecs: [...video, ...sound].map(({ codec }) => codec).join(','),
  };
  return picture === undefined
    ? { mime: 'audio/mp4', ...common }
    : { mime: 'video/mp4', ...common, ...sizeOf(picture) };
}

/** Samples as they are, or as telephones speak: what every engine plays. Its length is that of what is there. */
async function ofWave(file: FileHandle): Promise<Inspected | NotTaken> {
  const { size } = await file.stat();
  const head = Buffer.alloc(WAVE_HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  let bytesPerSecond: number | null = null;
  for (let at = 12; at + 24 <= bytesRead;) {
    const kind = head.toString('latin1', at, at + 4);
    const length = head.readUInt32LE(at + 4);
    if (kind === 'fmt ') {
      if (!PLAIN_SOUND.includes(head.readUInt16LE(at + 8))) return 'other-sound-codec';
      bytesPerSecond = head.readUInt32LE(at + 16);
    }
    if (kind === 'data') {
      if (bytesPerSecond === null || bytesPerSecond === 0 || length === 0) return 'unreadable';
      const said = Math.min(length, size - at - 8);
      return { mime: 'audio/wav', durationMs: Math.round((said / bytesPerSecond) * 1000) };
    }
    at += 8 + length + (length % 2);
  }
  return 'unreadable';
}

function sizeOf({ video, samples_duration, timescale, nb_samples }: Track): Partial<Inspected> {
  const { width, height } = video ?? { width: 0, height: 0 };
  const seconds = timescale > 0 ? samples_duration / timescale : 0;
  return {
    ...(width > 0 && height > 0 ? { widthPx: Math.round(width), heightPx: Math.round(height) } : {}),
    ...(seconds > 0 && nb_samples > 0 ? { framesPerSecond: Math.round(nb_samples / seconds) } : {}),
  };
}

/** What an MP4's index says, which may stand at its end; null where it has none that can be read. */
async function indexOf(file: FileHandle): Promise<Movie | null> {
  const { createFile, MP4BoxBuffer } = await import('mp4box');
  const { size } = await file.stat();
  const parser = createFile(false);
  let movie: Movie | null = null;
  let failed = false;
  parser.onReady = (info) => (movie = info);
  parser.onError = () => (failed = true);
  let at = 0;
  try {
    for (let step = 0; movie === null && !failed && at < size && step < MOST_STEPS; step += 1) {
      const bytes = new Uint8Array(Math.min(STEP_BYTES, size - at));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
      if (bytesRead === 0) break;
      const next = parser.appendBuffer(MP4BoxBuffer.fromArrayBuffer(bytes.buffer.slice(0, bytesRead), at));
      at = next ?? at + bytesRead;
    }
  } catch {
    return null;
  }
  return failed ? null : movie;
}
