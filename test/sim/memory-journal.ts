import type { Journal } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import type { Disk } from './disk.ts';
import type { Life } from './life.ts';

/** A journal in another failure domain than the store; `forgetful` is one that says it has written and has not. */
export class MemoryJournal implements Journal {
  readonly #disk: Disk;
  readonly #life: Life;
  readonly #forgetful: boolean;
  readonly #fails: () => boolean;

  constructor(
    disk: Disk,
    life: Life,
    options: { readonly forgetful: boolean; readonly fails: () => boolean },
  ) {
    this.#disk = disk;
    this.#life = life;
    this.#forgetful = options.forgetful;
    this.#fails = options.fails;
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    await this.#life.pause();
    await this.#life.step('journal appends');
    if (this.#fails()) {
      this.#disk.journalWhole = false;
      throw new Error('the journal has no room');
    }
    if (!this.#forgetful) for (const mutation of mutations) this.#disk.journal.set(mutation.mid, mutation);
    await this.#life.step('journal appended');
  }

  async readAll(): Promise<readonly WireMutation[]> {
    await this.#life.pause();
    await this.#life.step('journal read');
    return [...this.#disk.journal.values()];
  }

  async forget(mids: readonly string[]): Promise<void> {
    await this.#life.pause();
    await this.#life.step('journal forgets');
    for (const mid of mids) {
      await this.#life.step('journal forgets one');
      this.#disk.journal.delete(mid);
    }
  }
}
