import { soundLine } from './plays.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Three times high and low, where ears that hear nothing above 4 kHz still hear it. */
const NOTES = [784, 587, 784, 587, 784, 587] as const;
const NOTE_S = 0.45;
const AGAIN_AFTER_MS = 60_000;
/** A browser that lets nothing sound unasked leaves its line shut, and does not say so. */
const REFUSED_AFTER_MS = 1500;
/** After the frame that shows what it is for: by then that is on the glass, and told. */
const AFTER_FRAME_MS = 50;
/** A page that nobody sees gets no frame: it is heard all the same. */
const UNSEEN_MS = 1000;

/**
 * The chime of an emergency: as soon as that is on the glass, and again every minute while its host stands on the page; as
 * loud as the device can, however quiet its other sounds are set. Whether the browser refuses it is told, since staff have
 * to know where nobody hears it.
 */
export class Chime implements ReactiveController {
  #line: AudioContext | undefined;
  #frame = 0;
  #first: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setInterval> | undefined;
  #refused: ReturnType<typeof setTimeout> | undefined;
  /** Whether it could not be heard; null till that is known. */
  silent: boolean | null = null;

  /** @param wanted whether there is anything to chime for */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly wanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.wanted()) return this.#end();
    if (this.#again !== undefined) return;
    this.#again = setInterval(() => this.#ring(), AGAIN_AFTER_MS);
    // Opening the first line to a loudspeaker may hold a page up for half a second: what is to be read comes first.
    this.#ringIn(UNSEEN_MS);
    this.#frame = requestAnimationFrame(() => this.#ringIn(AFTER_FRAME_MS));
  }

  #ringIn(ms: number): void {
    clearTimeout(this.#first);
    this.#first = setTimeout(() => this.#ring(), ms);
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#first);
    clearInterval(this.#again);
    clearTimeout(this.#refused);
    this.#again = undefined;
    void this.#line?.close().catch(() => undefined);
    this.#line = undefined;
    this.silent = null;
  }

  #ring(): void {
    try {
      const line = (this.#line ??= soundLine() ?? undefined);
      if (line === undefined) return this.#say(true);
      line.onstatechange = () => {
        if (line.state === 'running') this.#say(false);
      };
      if (line.state === 'running') this.#say(false);
      else line.resume().catch(() => undefined);
      clearTimeout(this.#refused);
      this.#refused = setTimeout(() => this.#say(this.#line?.state !== 'running'), REFUSED_AFTER_MS);
      NOTES.forEach((hertz, at) => note(line, hertz, at * NOTE_S));
    } catch {
      this.#say(true);
    }
  }

  #say(silent: boolean): void {
    if (silent === this.silent) return;
    this.silent = silent;
    this.host.requestUpdate();
  }
}

function note(line: BaseAudioContext, hertz: number, afterS: number): void {
  const [tone, swell] = [line.createOscillator(), line.createGain()];
  const from = line.currentTime + afterS;
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  swell.gain.setValueAtTime(0, from);
  swell.gain.linearRampToValueAtTime(1, from + 0.02);
  swell.gain.exponentialRampToValueAtTime(0.0001, from + NOTE_S);
  tone.connect(swell);
  swell.connect(line.destination);
  tone.start(from);
  tone.stop(from + NOTE_S);
}
