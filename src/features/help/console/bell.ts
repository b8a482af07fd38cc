import { readText, writeText } from '../../../app/local-texts.ts';
import { soundLine } from '../../../ui/common/plays.ts';

/** Milliseconds between two rings while somebody still waits. */
const AGAIN_MS = 30_000;
const EMERGENCY_AGAIN_MS = 5000;
/** After each minute of waiting it rings louder, up to here. */
const MOST_TIMES_LOUDER = 2;
const wantedKey = 'leling:staff:bell';

/** Whether this browser rings for help calls; on until somebody turns it off. */
export const bellWanted = (): boolean => readText(wantedKey) !== 'off';
export const setBellWanted = (wanted: boolean): boolean => writeText(wantedKey, wanted ? 'on' : 'off');

/** Somebody who waits, as far as ringing goes. */
export interface Ringing {
  readonly id: string;
  readonly isEmergency: boolean;
  /** How often it was asked again: each time it rings anew. */
  readonly reminders: number;
  readonly waitedMs: number;
}

/**
 * Rings for each new call and each reminder, and again while one waits: softly at first, louder each minute. An
 * emergency sounds like nothing else, every five seconds, also where the bell is turned off. A browser lets a page sound
 * only once somebody has touched it, and one without anything to play with never; there the call is to be seen, not heard.
 */
export class Bell {
  #known: ReadonlySet<string> = new Set();
  #waiting: readonly Ringing[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #everyMs = 0;
  #sound: AudioContext | undefined;

  constructor(
    /** Told of the calls that were just rung for, where the browser let it sound. */
    private readonly rung: (calls: readonly string[]) => void,
  ) {}

  /** Tells who waits now. */
  ringFor(waiting: readonly Ringing[]): void {
    const keys = waiting.map(({ id, reminders }) => `${id} ${reminders}`);
    const fresh = keys.some((key) => !this.#known.has(key));
    this.#known = new Set(keys);
    this.#waiting = waiting;
    if (waiting.length === 0) return this.rest();
    const everyMs = waiting.some(({ isEmergency }) => isEmergency) ? EMERGENCY_AGAIN_MS : AGAIN_MS;
    if (fresh) this.#ring();
    if (everyMs === this.#everyMs) return;
    clearInterval(this.#timer);
    this.#everyMs = everyMs;
    this.#timer = setInterval(() => this.#ring(), everyMs);
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#everyMs = 0;
    this.#waiting = [];
    void this.#sound?.close();
    this.#sound = undefined;
  }

  #ring(): void {
    const isEmergency = this.#waiting.some((one) => one.isEmergency);
    if ((!bellWanted() && !isEmergency) || navigator.userActivation?.hasBeenActive === false) return;
    const sound = (this.#sound ??= soundLine() ?? undefined);
    if (sound === undefined) return;
    for (const { hertz, atS, gain } of isEmergency ? emergencyNotes() : notesAfter(this.#longestMs()))
      tone(sound, hertz, sound.currentTime + atS, gain);
    const calls = this.#waiting.map(({ id }) => id);
    void sound.resume().then(
      () => this.rung(calls),
      () => undefined,
    );
  }

  #longestMs(): number {
    return Math.max(...this.#waiting.map(({ waitedMs }) => waitedMs));
  }
}

interface Note {
  readonly hertz: number;
  /** Seconds from now. */
  readonly atS: number;
  readonly gain: number;
}

/** A doorbell's two notes; each minute of waiting they are twice as loud, and once more. */
export function notesAfter(waitedMs: number): readonly Note[] {
  const louder = Math.min(Math.max(Math.floor(waitedMs / 60_000), 0), MOST_TIMES_LOUDER);
  const gain = 0.25 * 2 ** louder;
  return Array.from({ length: 1 + louder }).flatMap((_, i) => [
    { hertz: 660, atS: i * 1.1, gain },
    { hertz: 880, atS: i * 1.1 + 0.28, gain },
  ]);
}

/** Up and down without a rest: nobody takes it for the doorbell. */
const emergencyNotes = (): readonly Note[] =>
  Array.from({ length: 8 }).map((_, i) => ({ hertz: i % 2 === 0 ? 988 : 740, atS: i * 0.3, gain: 1 }));

/** One struck note that fades. */
function tone(sound: AudioContext, hertz: number, at: number, gain: number): void {
  const note = sound.createOscillator();
  const loudness = sound.createGain();
  note.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(gain, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
  note.connect(loudness).connect(sound.destination);
  note.start(at);
  note.stop(at + 1);
}
