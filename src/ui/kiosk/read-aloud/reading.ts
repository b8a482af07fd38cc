import type { Said } from './what-is-said.ts';
import type { Ending } from './player.ts';

/** How fast somebody is read to; null while nobody is. */
export type Reading = 'normal' | 'slow' | null;

interface Ports {
  /** What stands on the page now. */
  readonly page: () => readonly Said[];
  /** Turns to the next page of what is read; false where there is none. */
  readonly turn: () => Promise<boolean>;
  /** Says a sentence. */
  readonly say: (one: Said, pace: 'normal' | 'slow') => Promise<Ending>;
  /** Makes the sentence after this one ready meanwhile. */
  readonly prepare: (one: Said, pace: 'normal' | 'slow') => void;
  readonly hush: () => void;
  /** Marks a sentence; null takes the mark away. */
  readonly mark: (one: Said | null) => void;
  /** Another pace, or the end of it. `unsaid`: nothing at all could be said. */
  readonly changed: (reading: Reading, unsaid: boolean) => void;
}

/**
 * 读给我听: reads what stands on the page, sentence by sentence, and the pages after it. A second press says it slower,
 * from the sentence that is being said; a third ends it. Where it began slowly the second does.
 */
export class ReadAloud {
  readonly #ports: Ports;
  #pace: Reading = null;
  /** Counts the readings: an older one that comes back from its sentence is over. */
  #turn = 0;
  #at: Said | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get pace(): Reading {
    return this.#pace;
  }

  /** @param first how fast it begins for somebody who is read nothing yet */
  press(first: 'normal' | 'slow' = 'normal'): void {
    if (this.#pace === null) void this.#read(first, null);
    else if (this.#pace === 'normal') void this.#read('slow', this.#at);
    else this.stop();
  }

  /** Silence at once: the page has changed, or nobody is there. */
  stop(): void {
    if (this.#pace === null) return;
    this.#end(false);
  }

  #end(unsaid: boolean): void {
    this.#turn += 1;
    this.#pace = null;
    this.#at = null;
    this.#ports.hush();
    this.#ports.mark(null);
    this.#ports.changed(null, unsaid);
  }

  async #read(pace: 'normal' | 'slow', from: Said | null): Promise<void> {
    const turn = (this.#turn += 1);
    this.#pace = pace;
    this.#ports.hush();
    this.#ports.changed(pace, false);
    let said = 0;
    let start = from;
    do {
      const all = this.#ports.page();
      const first =
        start === null
          ? 0
          : Math.max(
              0,
              all.findIndex((one) => one.text === start?.text),
            );
      start = null;
      for (let i = first; i < all.length; i += 1) {
        const one = all[i];
        if (one === undefined || turn !== this.#turn) return;
        const next = all[i + 1];
        this.#at = one;
        this.#ports.mark(one);
        const saying = this.#ports.say(one, pace);
        if (next !== undefined) this.#ports.prepare(next, pace);
        const ending = await saying;
        if (turn !== this.#turn) return;
        if (ending === 'said') said += 1;
      }
    } while (turn === this.#turn && said > 0 && (await this.#ports.turn()));
    if (turn === this.#turn) this.#end(said === 0);
  }
}
