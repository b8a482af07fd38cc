import type { Ending } from './player.ts';
import type { Recording, Said } from './what-is-said.ts';

/**
 * What staff have spoken stands for the sentences it was recorded of: it is heard once in a reading, whole, and they are
 * passed over. Where it cannot be had the voice says them.
 */
export class Recordings {
  #heard: string | null = null;
  #unheard: string | null = null;

  /** True once one was heard to its end: what it goes on about on the pages after this one has been said. */
  get heard(): boolean {
    return this.#heard !== null;
  }

  /** The recording to be heard where a sentence stands; null where a voice says it, `said` where it has been heard. */
  of({ recording }: Said): Recording | 'said' | null {
    if (recording === null || recording.hash === this.#unheard) return null;
    return recording.hash === this.#heard ? 'said' : recording;
  }

  ended({ hash }: Recording, ending: Ending): void {
    if (ending === 'said') this.#heard = hash;
    else if (ending === 'silent') this.#unheard = hash;
  }

  /** Another reading. */
  forget(): void {
    this.#heard = null;
    this.#unheard = null;
  }
}
