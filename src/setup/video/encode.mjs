// Frames and sound into an MP4 that old TVs play and seek in, with the ffmpeg of the machine.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { FPS, HEIGHT, WIDTH } from './forms.mjs';

export function needFfmpeg() {
  if (!spawnSync('ffmpeg', ['-version']).error) return;
  throw new Error(
    'ffmpeg is not here. Install it and run again: apt-get install ffmpeg (Debian, Ubuntu), brew install ffmpeg (macOS), winget install ffmpeg (Windows).',
  );
}

const VIDEO = [
  // Main profile at level 3.1 is what the oldest smart TVs decode; a closed group of two seconds lets them seek.
  ...[
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-level',
    '3.1',
    '-preset',
    'medium',
    '-tune',
    'animation',
    '-crf',
    '35',
  ],
  ...[
    '-g',
    String(2 * FPS),
    '-keyint_min',
    String(2 * FPS),
    '-sc_threshold',
    '0',
    '-bf',
    '2',
    '-refs',
    '3',
    '-flags',
    '+cgop',
  ],
  ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
  ...[
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-color_range',
    'tv',
    '-threads',
    '2',
  ],
];

const SOUND = ['-c:a', 'aac', '-b:a', '40k', '-ac', '1'];
/** No dates and versions in the file: the same source makes the same bytes on the same ffmpeg. */
const BARE = [
  ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
  ...['-movflags', '+faststart'],
];

/** The music alone, for who draws the pictures itself. */
export function encodeSound(soundFile, target) {
  const args = ['-hide_banner', '-loglevel', 'warning', '-y', '-i', soundFile, ...SOUND, ...BARE, target];
  const { status } = spawnSync('ffmpeg', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
}

/** @param frames an iterable of RGBA buffers, each fully used before the next is asked for */
export async function encode(frames, soundFile, target) {
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...[
        '-hide_banner',
        '-loglevel',
        'warning',
        '-y',
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgba',
        '-s',
        `${WIDTH}x${HEIGHT}`,
        '-r',
        String(FPS),
        '-i',
        'pipe:0',
      ],
      ...['-i', soundFile, '-map', '0:v', '-map', '1:a', ...VIDEO, ...SOUND, '-shortest'],
      ...BARE,
      target,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const closed = once(ffmpeg, 'close');
  for (const pixels of frames) {
    await new Promise((done, fail) => ffmpeg.stdin.write(pixels, (error) => (error ? fail(error) : done())));
  }
  ffmpeg.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}
