// Makes the programmes' data, and the sample Baduanjin video with its poster, anew. For Node 24, which reads the
// product's own drawing by taking off its types:
//   node src/setup/video/make-video.mjs          all of it, a quarter of an hour
//   node src/setup/video/make-video.mjs --data   the data only

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCanvas } from './canvas.mjs';
import { encode, encodeSound, needFfmpeg } from './encode.mjs';
import { film } from './film.mjs';
import { FPS, programmes } from './forms.mjs';
import { sound } from './sound.mjs';

const media = (name) => fileURLToPath(new URL(`../../../public/media/${name}`, import.meta.url));

/** The music that a drawn teacher goes with, before it begins anew; it fades in and out. */
const MUSIC_MS = 70_000;

const data = programmes.standing;
for (const [file, one] of [
  ['baduanjin.json', data],
  ['baduanjin-seated.json', programmes.seated],
  ['hand-exercises.json', programmes.hands],
])
  await writeFile(media(file), `${JSON.stringify(one, null, 2)}\n`);
if (!process.argv.includes('--data')) await makeVideo();

async function makeVideo() {
  needFfmpeg();
  const frameAt = film(loadCanvas(), data);
  // The poster is the drawn bow: of all the poses the one people know the form by.
  const bow = data.forms.find((form) => form.key === 'form-2').beats[0].atMs + 6800;
  await writeFile(media('baduanjin.jpg'), frameAt(bow).toBuffer('image/jpeg', 84));

  const scratch = await mkdtemp(join(tmpdir(), 'leling-video-'));
  try {
    const soundFile = join(scratch, 'sound.wav');
    await writeFile(soundFile, sound(data));
    const music = join(scratch, 'music.wav');
    await writeFile(music, sound({ durationMs: MUSIC_MS, forms: [] }));
    encodeSound(music, media('exercise-music.m4a'));
    await encode(frames(frameAt, data.durationMs), soundFile, media('baduanjin.mp4'));
  } finally {
    await rm(scratch, { recursive: true });
  }
  const { size } = await stat(media('baduanjin.mp4'));
  console.log(`baduanjin.mp4: ${data.durationMs / 1000} s, ${(size / 1e6).toFixed(1)} MB`);
}

function* frames(frameAt, durationMs) {
  const count = (durationMs / 1000) * FPS;
  for (let i = 0; i < count; i++) {
    if (i % (20 * FPS) === 0) console.log(`${i / FPS} s of ${durationMs / 1000} s`);
    yield frameAt((i * 1000) / FPS).data();
  }
}
