// The sound: a quiet bed of held fifths, now and then a plucked string, and a bell where a form begins. All of it is
// computed here; five tones of the old scale (D E F# A B) can meet in any order without a clash.

const RATE = 48000;
const TAU = 2 * Math.PI;

const hz = (midi) => 440 * 2 ** ((midi - 69) / 12);
const SCALE = [50, 52, 54, 57, 59, 62, 64, 66, 69, 71, 74, 76];
/** The fifths of the bed, one every ten seconds. */
const BED = [
  [50, 57, 62],
  [47, 54, 62],
  [52, 59, 64],
  [45, 52, 57],
  [50, 57, 66],
  [47, 54, 59],
];

/** A small seeded generator: the same video has the same music. */
function dice(seed) {
  let s = seed;
  return () => {
    s = (s * 1664525 + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

function addTone(out, at, seconds, pan, sample) {
  const start = Math.round(at * RATE);
  const end = Math.min(out[0].length, start + Math.round(seconds * RATE));
  const [left, right] = [Math.cos((pan * Math.PI) / 2), Math.sin((pan * Math.PI) / 2)];
  for (let i = start; i < end; i++) {
    // A tone cut off while it still sounds would click.
    const v = sample((i - start) / RATE) * Math.min(1, (end - i) / (0.4 * RATE));
    out[0][i] += v * left;
    out[1][i] += v * right;
  }
}

/** Held tones that swell and fade into each other. */
function bed(out, seconds) {
  const step = 10;
  for (let k = 0; k * step < seconds; k++) {
    BED[k % BED.length].forEach((midi, voice) => {
      const f = hz(midi);
      const length = step + 5;
      addTone(out, k * step, length, 0.25 + 0.25 * voice, (t) => {
        const swell = Math.sin(Math.PI * Math.min(1, t / length)) ** 2;
        const drift = 0.0016 * Math.sin(TAU * 0.11 * t + voice);
        const phase = TAU * f * (t + drift * 0.4);
        return (
          0.05 * swell * (Math.sin(phase) + 0.22 * Math.sin(2 * phase + 0.4) + 0.05 * Math.sin(3 * phase))
        );
      });
    });
  }
}

/** A soft plucked string: overtones that die the sooner the higher they are. */
function pluck(out, at, midi, loud, pan) {
  const f = hz(midi);
  addTone(out, at, 5, pan, (t) => {
    const attack = 1 - Math.exp(-t * 220);
    let v = 0;
    for (let n = 1; n <= 6; n++) {
      v += (Math.sin(TAU * f * n * (1 + 0.0003 * n * n) * t) * Math.exp(-t * (0.8 + 0.75 * n))) / n ** 1.7;
    }
    return loud * attack * v;
  });
}

/** A wandering melody in short breaths of three to five notes. */
function melody(out, seconds) {
  const roll = dice(8);
  let note = 5;
  for (let at = 3; at < seconds - 7;) {
    const notes = 3 + Math.floor(roll() * 3);
    for (let i = 0; i < notes && at < seconds - 7; i++) {
      note = Math.min(SCALE.length - 1, Math.max(2, note + Math.round(roll() * 4 - 2)));
      pluck(out, at, SCALE[note], 0.09 + 0.03 * roll(), 0.35 + 0.3 * roll());
      if (i === 0) pluck(out, at + 0.02, SCALE[note % 5] - 12, 0.08, 0.5);
      at += [0.9, 1.8, 1.8, 2.7][Math.floor(roll() * 4)];
    }
    at += 1.8 + 1.8 * roll();
  }
}

/** A small bronze bowl. */
function bell(out, at) {
  const f = hz(74);
  const partials = [
    [1, 0.16, 0.55],
    [1.003, 0.08, 0.6],
    [2.74, 0.05, 1.1],
    [5.2, 0.018, 2.4],
  ];
  addTone(out, at, 7, 0.5, (t) => {
    const attack = 1 - Math.exp(-t * 90);
    return (
      attack *
      partials.reduce(
        (v, [ratio, loud, decay]) => v + loud * Math.sin(TAU * f * ratio * t) * Math.exp(-t * decay),
        0,
      )
    );
  });
}

/** A little room around it: four echoes that feed on themselves, different for each ear. */
function room(channel, lengths) {
  const wet = new Float32Array(channel.length);
  for (const length of lengths) {
    const line = new Float32Array(length);
    let low = 0;
    for (let i = 0, j = 0; i < channel.length; i++, j = (j + 1) % length) {
      const back = line[j];
      low += 0.35 * (back - low);
      line[j] = channel[i] + low * 0.8;
      wet[i] += back;
    }
  }
  for (let i = 0; i < channel.length; i++) channel[i] += 0.1 * wet[i];
}

/** @returns a WAV file: 16 bits, stereo, peak at −11 dB */
export function sound({ durationMs, forms }) {
  const seconds = durationMs / 1000;
  const out = [0, 1].map(() => new Float32Array(Math.round(seconds * RATE)));
  bed(out, seconds);
  melody(out, seconds);
  for (const { startMs } of forms) bell(out, startMs / 1000 + 0.2);
  room(out[0], [1931, 2473, 3163, 3989]);
  room(out[1], [2039, 2591, 3049, 4099]);
  const peak = out.reduce((m, c) => c.reduce((a, v) => Math.max(a, Math.abs(v)), m), 0);
  const gain = 10 ** (-11 / 20) / peak;
  const length = out[0].length;
  const wav = Buffer.alloc(44 + length * 4);
  header(wav, length);
  for (let i = 0; i < length; i++) {
    const t = i / RATE;
    const fade = Math.min(1, t / 2, (seconds - t) / 4);
    for (const c of [0, 1]) wav.writeInt16LE(Math.round(out[c][i] * gain * fade * 32767), 44 + i * 4 + c * 2);
  }
  return wav;
}

function header(wav, length) {
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length * 4, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 4, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(length * 4, 40);
}
