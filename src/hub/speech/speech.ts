import { createHash } from 'node:crypto';
import { samplesOf, smallWavOf } from './sound.ts';
import type { SpeechFiles } from './speech-files.ts';
import type { Language, Pace, Voice } from './voice.ts';

/** A text that is to be heard. */
interface Wanted {
  readonly text: string;
  readonly language: Language;
  readonly pace: Pace;
  /** False for what is about one person: it is said once, and kept nowhere. */
  readonly keep: boolean;
}

/** A text's sound: its name, and whether it can be had at once. */
interface Sound {
  readonly name: string;
  readonly ready: boolean;
}

interface Waiting {
  readonly wanted: Wanted;
  readonly heard: Promise<Buffer | null>;
  readonly tell: (sound: Buffer | null) => void;
}

interface Told {
  /** A text could not be said. */
  readonly failed: (error: unknown) => void;
}

/** Milliseconds of a clock that only goes forward. */
type Monotonic = () => number;

/** So many may wait: two languages at both paces of two thousand policies' first sentences. */
const MOST_WAITING = 20_000;
/** So long a text that could not be said is left alone: what was wrong (no memory, a program that was ended) may be over. */
const LEFT_ALONE_MS = 600_000;
const MOST_UNSAYABLE = 2000;
/** What was said for one person stays this long in memory: until the device has fetched it. */
const MOST_UNKEPT = 40;

/**
 * Turns texts into sound ahead of time, one after the other, the one that has waited longest first, but for what
 * somebody listens for right now. A sound goes by the hash of its text, voice and pace.
 */
export class Speech {
  readonly #voice: Voice | null;
  readonly #files: SpeechFiles;
  readonly #told: Told;
  readonly #waiting = new Map<string, Waiting>();
  readonly #first: string[] = [];
  readonly #unkept = new Map<string, Buffer>();
  /** When it could not be said, by the sound's name. */
  readonly #unsayable = new Map<string, number>();
  readonly #now: Monotonic;
  #working: Promise<void> | null = null;
  #stopped = false;

  constructor(voice: Voice | null, files: SpeechFiles, told: Told, now: Monotonic = () => performance.now()) {
    this.#now = now;
    this.#voice = voice;
    this.#files = files;
    this.#told = told;
  }

  /** Who speaks; null where nobody does. */
  get voice(): string | null {
    return this.#voice?.id ?? null;
  }

  /** What a text's sound is called. */
  nameOf({ text, language, pace }: Wanted): string {
    return createHash('sha256')
      .update(JSON.stringify([this.voice, language, pace, text]))
      .digest('hex');
  }

  /** Wants sounds to be there soon. What is beyond the most that may wait is not taken, and wanted again by whoever needs it. */
  async want(texts: readonly Wanted[]): Promise<readonly Sound[]> {
    if (this.#voice === null) return [];
    const sounds: Sound[] = [];
    for (const wanted of texts) {
      const name = this.nameOf(wanted);
      const ready = this.#unkept.has(name) || (await this.#files.has(name));
      sounds.push({ name, ready });
      if (!ready) this.#queue(name, wanted);
    }
    return sounds;
  }

  /**
   * A sound, said at once where it still waits. Undefined where nobody has wanted it since the hub's start, or it cannot
   * be said.
   */
  async sound(name: string): Promise<Buffer | undefined> {
    const there = this.#unkept.get(name) ?? (await this.#files.read(name));
    if (there !== undefined) return there;
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) return undefined;
    this.#first.push(name);
    return (await waiting.heard) ?? undefined;
  }

  /** Ends after the sound that is being made. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
    for (const { tell } of this.#waiting.values()) tell(null);
    this.#waiting.clear();
    await this.#voice?.close();
  }

  #queue(name: string, wanted: Wanted): void {
    if (this.#stopped || this.#waiting.has(name) || this.#isLeftAlone(name)) return;
    if (this.#waiting.size >= MOST_WAITING) return;
    let tell: Waiting['tell'] = () => undefined;
    const heard = new Promise<Buffer | null>((resolve) => {
      tell = resolve;
    });
    this.#waiting.set(name, { wanted, heard, tell });
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  #isLeftAlone(name: string): boolean {
    const failedMs = this.#unsayable.get(name);
    return failedMs !== undefined && this.#now() - failedMs < LEFT_ALONE_MS;
  }

  async #work(): Promise<void> {
    for (let name = this.#next(); name !== undefined && !this.#stopped; name = this.#next()) {
      const waiting = this.#waiting.get(name);
      if (waiting === undefined) continue;
      const sound = await this.#make(name, waiting.wanted);
      this.#waiting.delete(name);
      waiting.tell(sound);
    }
  }

  #next(): string | undefined {
    const listened = this.#first.pop();
    if (listened !== undefined) return listened;
    const [oldest] = this.#waiting.keys();
    return oldest;
  }

  async #make(name: string, { text, language, pace, keep }: Wanted): Promise<Buffer | null> {
    if (this.#voice === null) return null;
    try {
      const sound = smallWavOf(samplesOf(await this.#voice.say(text, language, pace)));
      if (!keep || !(await this.#kept(name, sound))) this.#remember(name, sound);
      return sound;
    } catch (error) {
      if (this.#unsayable.size >= MOST_UNSAYABLE) this.#unsayable.clear();
      this.#unsayable.set(name, this.#now());
      this.#told.failed(error);
      return null;
    }
  }

  /** Where the disk takes nothing more a sound is heard all the same. */
  async #kept(name: string, sound: Buffer): Promise<boolean> {
    try {
      await this.#files.write(name, sound);
      return true;
    } catch (error) {
      this.#told.failed(error);
      return false;
    }
  }

  #remember(name: string, sound: Buffer): void {
    this.#unkept.set(name, sound);
    const [oldest] = this.#unkept.keys();
    if (this.#unkept.size > MOST_UNKEPT && oldest !== undefined) this.#unkept.delete(oldest);
  }
}
