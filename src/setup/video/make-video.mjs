// Makes the sample Baduanjin video, its poster and its data anew:
//   node src/setup/video/make-video.mjs          all of it, some minutes
//   node src/setup/video/make-video.mjs --data   the data only

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCanvas } from './canvas.mjs';
import { encode, needFfmpeg } from './encode.mjs';
import { film } from './film.mjs';
import { FPS, programme } from './forms.mjs';
import { sound } from './sound.mjs';

const media = (name) => fileURLToPath(new URL(`../../../public/media/${name}`, import.meta.url));

const data = programme();
await writeFile(media('baduanjin.json'), `${JSON.stringify(data, null, 2)}\n`);
if (!process.argv.includes('--data')) await makeVideo();

async function makeVideo() {
  needFfmpeg();
  const frameAt = film(loadCanvas(), data);
  // The poster is the drawn bow: of all the poses the one people know the form by.
  const bow = data.forms.find((form) => form.key === 'form-2').repetitionMs[0] + 3800;
  await writeFile(media('baduanjin.jpg'), frameAt(bow).toBuffer('image/jpeg', 84));

  const scratch = await mkdtemp(join(tmpdir(), 'leling-video-'));
  try {
    const soundFile = join(scratch, 'sound.wav');
    await writeFile(soundFile, sound(data));
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
