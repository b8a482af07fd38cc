import { soundLine } from '../common/plays.ts';

/** What a kiosk sounds like, made and not loaded: a press, something that is done, a call for help that goes out. */
type Sound = 'press' | 'done' | 'call';

interface Note {
  readonly hertz: number;
  readonly fromS: number;
  readonly forS: number;
}

/** Low enough for ears that hear nothing above 4 kHz any more. */
const notes: Readonly<Record<Sound, readonly Note[]>> = {
  press: [{ hertz: 740, fromS: 0, forS: 0.07 }],
  done: [
    { hertz: 523, fromS: 0, forS: 0.22 },
    { hertz: 784, fromS: 0.16, forS: 0.4 },
  ],
  call: [
    { hertz: 659, fromS: 0, forS: 0.35 },
    { hertz: 523, fromS: 0.3, forS: 0.35 },
    { hertz: 659, fromS: 0.6, forS: 0.5 },
  ],
};

/** As in a device's configuration: hundredths of what the box can, and whether a press sounds at all. */
interface Loudness {
  readonly volume: number;
  readonly taps: boolean;
}

/** What a device is like that says nothing of it. */
export const USUAL_LOUDNESS: Loudness = { volume: 50, taps: true };

const RISE_S = 0.008;
/** What a sound is put on; the one that is only computed is for whoever measures it. */
type Line = AudioContext | OfflineAudioContext;
/** A line that is open hums on cheap boxes, and keeps a processor awake. */
const CLOSES_AFTER_MS = 5000;

/** The loudspeaker. Where there is none, or the browser keeps it shut, nothing sounds and nothing fails. */
export class Loudspeaker {
  loudness = USUAL_LOUDNESS;
  #line: Line | null | undefined;
  #closing: ReturnType<typeof setTimeout> | undefined;

  /** @param open opens the line; called at the first sound. */
  constructor(private readonly open: () => Line | null = soundLine) {}

  play(sound: Sound): void {
    const { volume, taps } = this.loudness;
    if (volume === 0 || (sound === 'press' && !taps)) return;
    try {
      if (this.#line === undefined) this.#line = this.open();
      const line = this.#line;
      if (line === null) return;
      this.#wake(line);
      // An ear hears half as loud what has a quarter of the power.
      for (const note of notes[sound]) ring(line, note, (volume / 100) ** 2);
    } catch {
      // What is to be known is on the glass as well.
    }
  }

  #wake(line: Line): void {
    if (line instanceof OfflineAudioContext) return;
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => void line.suspend(), CLOSES_AFTER_MS);
    if (line.state !== 'running') line.resume().catch(() => undefined);
  }
}

function ring(line: BaseAudioContext, { hertz, fromS, forS }: Note, loud: number): void {
  const [tone, swell] = [line.createOscillator(), line.createGain()];
  const from = line.currentTime + fromS;
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  swell.gain.setValueAtTime(0, from);
  swell.gain.linearRampToValueAtTime(loud, from + RISE_S);
  swell.gain.exponentialRampToValueAtTime(0.0001, from + forS);
  tone.connect(swell);
  swell.connect(line.destination);
  tone.start(from);
  tone.stop(from + forS);
}

const loudspeaker = new Loudspeaker();

/** Sounds as loud as this device is set to. */
export const playSound = (sound: Sound): void => loudspeaker.play(sound);

/** Sets how loud this glass is from now on. */
export function setLoudness(loudness: Loudness): void {
  loudspeaker.loudness = loudness;
}
