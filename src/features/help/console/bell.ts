import { readText, writeText } from '../../../app/local-texts.ts';

/** Milliseconds between two rings while somebody still waits. */
const AGAIN_MS = 30_000;
const wantedKey = 'leling:staff:bell';

/** Whether this browser rings for help calls; on until somebody turns it off. */
export const bellWanted = (): boolean => readText(wantedKey) !== 'off';
export const setBellWanted = (wanted: boolean): boolean => writeText(wantedKey, wanted ? 'on' : 'off');

/**
 * Rings softly for each new call and every half minute while one waits. A browser lets a page sound only once
 * somebody has touched it; until then the call is to be seen, not heard.
 */
export class Bell {
  #known: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setInterval> | undefined;
  #sound: AudioContext | undefined;

  /** Tells who waits now. */
  ringFor(waiting: readonly string[]): void {
    const fresh = waiting.some((call) => !this.#known.has(call));
    this.#known = new Set(waiting);
    if (waiting.length === 0) return this.rest();
    if (fresh) this.#ring();
    this.#timer ??= setInterval(() => this.#ring(), AGAIN_MS);
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#sound?.close();
    this.#sound = undefined;
  }

  #ring(): void {
    if (!bellWanted() || navigator.userActivation?.hasBeenActive === false) return;
    this.#sound ??= new AudioContext();
    const start = this.#sound.currentTime;
    tone(this.#sound, 660, start);
    tone(this.#sound, 880, start + 0.28);
  }
}

/** One struck note that fades: a doorbell, not an alarm. */
function tone(sound: AudioContext, hertz: number, at: number): void {
  const note = sound.createOscillator();
  const loudness = sound.createGain();
  note.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
  note.connect(loudness).connect(sound.destination);
  note.start(at);
  note.stop(at + 1);
}
