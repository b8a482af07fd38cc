/** What a voice needs: 16 bit, one channel, so many samples a second. Two minutes are four megabytes. */
export const PER_SECOND = 16_000;
const HEAD_BYTES = 44;
const LOUDEST = 32_767;

/**
 * A recording as every kiosk plays it, a WAV file of 16 bit samples: what browsers record themselves is another format
 * in each, and some of them no kiosk knows.
 * @param channels samples from -1 to 1, `PER_SECOND`; several are heard as one
 */
export function waveOf(channels: readonly Float32Array[]): ArrayBuffer {
  const length = Math.max(0, ...channels.map((samples) => samples.length));
  const wave = new DataView(new ArrayBuffer(HEAD_BYTES + length * 2));
  const word = (at: number, text: string): void =>
    [...text].forEach((letter, i) => wave.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  wave.setUint32(4, HEAD_BYTES - 8 + length * 2, true);
  word(8, 'WAVEfmt ');
  wave.setUint32(16, 16, true);
  wave.setUint16(20, 1, true);
  wave.setUint16(22, 1, true);
  wave.setUint32(24, PER_SECOND, true);
  wave.setUint32(28, PER_SECOND * 2, true);
  wave.setUint16(32, 2, true);
  wave.setUint16(34, 16, true);
  word(36, 'data');
  wave.setUint32(40, length * 2, true);
  for (let i = 0; i < length; i += 1) {
    const sum = channels.reduce((all, samples) => all + (samples[i] ?? 0), 0);
    const sample = Math.max(-1, Math.min(1, sum / channels.length));
    wave.setInt16(HEAD_BYTES + i * 2, Math.round(sample * LOUDEST), true);
  }
  return wave.buffer;
}
