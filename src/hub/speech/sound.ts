/** Samples of one channel, 16 bit, as they are told one after the other. */
interface Samples {
  readonly perSecond: number;
  readonly samples: Int16Array;
}

const HEADER_BYTES = 12;
const PCM = 1;
const MU_LAW = 7;

/**
 * Reads a WAV file of 16 bit samples and one channel, also one whose length nobody could know when its head was written
 * (a program that writes into a pipe).
 * @throws where it is none
 */
export function samplesOf(wav: Buffer): Samples {
  if (wav.length < HEADER_BYTES || wav.toString('latin1', 0, 4) !== 'RIFF') throw new Error('no WAV file');
  let perSecond: number | null = null;
  for (let at = HEADER_BYTES; at + 8 <= wav.length;) {
    const kind = wav.toString('latin1', at, at + 4);
    const length = wav.readUInt32LE(at + 4);
    const body = at + 8;
    if (kind === 'fmt ') perSecond = rateIn(wav, body);
    if (kind === 'data') {
      if (perSecond === null) break;
      const end = Math.min(wav.length, body + length);
      const samples = new Int16Array(Math.floor((end - body) / 2));
      for (let i = 0; i < samples.length; i += 1) samples[i] = wav.readInt16LE(body + 2 * i);
      return { perSecond, samples };
    }
    at = body + length + (length % 2);
  }
  throw new Error('a WAV file without samples');
}

function rateIn(wav: Buffer, at: number): number {
  const [format, channels, bits] = [
    wav.readUInt16LE(at),
    wav.readUInt16LE(at + 2),
    wav.readUInt16LE(at + 14),
  ];
  if (format !== PCM || channels !== 1 || bits !== 16)
    throw new Error(`a WAV file of format ${format}, ${channels} channels, ${bits} bit`);
  return wav.readUInt32LE(at + 4);
}

/** A WAV file of 16 bit samples. */
export function wavOf({ perSecond, samples }: Samples): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => data.writeInt16LE(sample, i * 2));
  return riff([format(PCM, perSecond, 16), chunk('data', data)]);
}

/**
 * The same as a WAV file of half the size, as telephones speak (G.711 µ-law): every engine plays it, and a year of menus
 * fits a kiosk. Silence at either end is left out but for a breath, so that sentences follow each other.
 */
export function smallWavOf(spoken: Samples): Buffer {
  const samples = withoutSilence(spoken);
  const data = Buffer.alloc(samples.length);
  samples.forEach((sample, i) => (data[i] = muLaw(sample)));
  const fact = Buffer.alloc(4);
  fact.writeUInt32LE(samples.length);
  return riff([format(MU_LAW, spoken.perSecond, 8), chunk('fact', fact), chunk('data', data)]);
}

/** Quieter than this is silence. */
const SILENT = 200;
const BREATH_S = 0.12;

function withoutSilence({ perSecond, samples }: Samples): Int16Array {
  const breath = Math.round(BREATH_S * perSecond);
  const isHeard = (sample: number): boolean => Math.abs(sample) > SILENT;
  const first = samples.findIndex(isHeard);
  // A text without a sound (a picture, a dash) is a breath: a player takes no sound of no length.
  if (first < 0) return new Int16Array(breath);
  let last = samples.length - 1;
  while (!isHeard(samples[last] ?? 0)) last -= 1;
  return samples.subarray(Math.max(0, first - breath), Math.min(samples.length, last + breath));
}

const BIAS = 0x84;
const CLIP = 32_635;

/** One sample in eight bits: three of magnitude, four of what follows, as G.711 has it. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(size));
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function format(kind: number, perSecond: number, bits: number): Buffer {
  const body = Buffer.alloc(kind === PCM ? 16 : 18);
  body.writeUInt16LE(kind, 0);
  body.writeUInt16LE(1, 2);
  body.writeUInt32LE(perSecond, 4);
  body.writeUInt32LE((perSecond * bits) / 8, 8);
  body.writeUInt16LE(bits / 8, 12);
  body.writeUInt16LE(bits, 14);
  return chunk('fmt ', body);
}

function chunk(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function riff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
