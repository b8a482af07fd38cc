import type { Journal } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { FileJournal } from '../../src/store/journal/files/file-journal.ts';
import { parseMutation } from '../../src/store/journal/parse-mutation.ts';
import type { Disk } from './disk.ts';
import { SimFolder, type Surroundings } from './journal-disk.ts';
import type { Life } from './life.ts';
import { Chance } from './random.ts';
import { Violation } from './violation.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface SimJournalOptions extends Surroundings {
  /** It says that it has written and has not. */
  readonly forgetful: boolean;
  readonly broken: (violation: Violation) => void;
}

/** The product's journal in one page, over the machine's disk; what it promises is noted, and held against it. */
export class SimJournal implements Journal {
  readonly #disk: Disk;
  readonly #life: Life;
  readonly #options: SimJournalOptions;
  #journal: Promise<FileJournal> | null = null;
  /** Whether the page found all it needs to leave one file, and that without anything forgotten. */
  #couldTidy = false;

  constructor(disk: Disk, life: Life, options: SimJournalOptions) {
    this.#disk = disk;
    this.#life = life;
    this.#options = options;
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    if (this.#options.forgetful) return;
    try {
      await (
        await this.#opened()
      ).append(mutations.map((one) => ({ mid: one.mid, text: JSON.stringify(one) })));
    } catch (error) {
      this.#disk.journalWhole = false;
      throw error;
    }
    for (const { mid } of mutations) {
      // Made safe before it came here, and forgotten: the journal may keep it or not.
      if (!this.#disk.forgotten.delete(mid)) this.#disk.promised.add(mid);
    }
  }

  async readAll(): Promise<readonly WireMutation[]> {
    const found = (await (await this.#opened()).readAll()).map(parseMutation).filter((one) => one !== null);
    this.#check(new Set(found.map(({ mid }) => mid)));
    return found;
  }

  async forget(mids: readonly string[]): Promise<void> {
    // Until it has answered they may be there or not.
    for (const mid of mids) this.#disk.promised.delete(mid);
    await (await this.#opened()).forget(mids);
    for (const mid of mids) {
      // An entry that came late, from a page that was held up, is forgotten with it.
      this.#disk.promised.delete(mid);
      this.#disk.forgotten.add(mid);
    }
  }

  #opened(): Promise<FileJournal> {
    this.#journal ??= this.#open();
    return this.#journal;
  }

  async #open(): Promise<FileJournal> {
    const { files } = this.#disk;
    this.#couldTidy = !files.inUse && files.hasSpare;
    const { time, full } = this.#options;
    const noted = (): boolean => {
      const noRoom = full();
      if (noRoom) this.#couldTidy = false;
      return noRoom;
    };
    const timers = {
      after: (ms: number, run: () => void) => time.after(ms, () => (this.#life.over ? undefined : run())),
    };
    return FileJournal.open(new SimFolder(files, this.#life, { ...this.#options, full: noted }), timers);
  }

  /** What a page that takes the lead finds in the journal is what all pages before it were promised. */
  #check(found: ReadonlySet<string>): void {
    const { promised, forgotten, files } = this.#disk;
    for (const mid of promised)
      if (!found.has(mid)) this.#options.broken(new Violation(`the journal had kept ${mid} and has lost it`));
    for (const mid of found)
      if (forgotten.has(mid))
        this.#options.broken(new Violation(`the journal had forgotten ${mid} and has it again`));
    const entries = files.contents().reduce((sum, file) => sum + file.entries.size, 0);
    if (this.#couldTidy && entries > found.size)
      this.#options.broken(
        new Violation(`the journal has grown to ${entries} entries, of which ${found.size} are needed`),
      );
    this.#couldTidy = false;
  }
}

/** A journal on a disk that always has room. */
export const calmJournal = (disk: Disk, life: Life, time: VirtualTime): Journal =>
  new SimJournal(disk, life, {
    time,
    chance: new Chance(1),
    full: () => false,
    tamper: {},
    forgetful: false,
    broken: (violation) => {
      throw violation;
    },
  });
