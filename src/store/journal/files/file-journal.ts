import type { Timers } from '../../../protocol/client/ports.ts';
import {
  concat,
  contentsOf,
  entryFrames,
  fileHead,
  forgettingFrames,
  remembered,
  type Contents,
  type JournalEntry,
} from './contents.ts';
import type { JournalFolder } from './folder.ts';
import { holdNew, tidy, type HeldFile, type Tidied } from './tidy.ts';

/** Nothing forgotten stays readable for longer than this in the file of the page that forgot it. */
const TIDY_WITHIN_MS = 60_000;
/** A page looks this often for what others have forgotten of its own, should it have missed their telling. */
const LOOK_EVERY_MS = 600_000;

/** Thrown from an asking that only says that others did not come to an end. */
const othersBusy = new Error('other pages are at the journal');

/**
 * The journal of one page: what it has made durable and what it has forgotten, each a frame in a file that it has to
 * itself. All files of the folder are one journal, and what one file forgets is forgotten in all. It does one thing
 * after the other, in the order it is asked.
 */
export class FileJournal {
  readonly #folder: JournalFolder;
  readonly #timers: Timers;
  #own: HeldFile;
  /** What the file holds: entries that are forgotten too, until it is tidied. */
  #entries = new Map<string, string>();
  #forgotten = new Set<string>();
  #end = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #cancelTimer: (() => void) | null = null;
  #closed = false;

  private constructor(folder: JournalFolder, timers: Timers, own: HeldFile) {
    this.#folder = folder;
    this.#timers = timers;
    this.#own = own;
    this.#sit(own);
    folder.whenTold(() => this.#tidyIn(0));
  }

  /** Takes what pages that are gone have left. Throws where there is no room, or no file to be had. */
  static async open(folder: JournalFolder, timers: Timers): Promise<FileJournal> {
    const tidied = await folder.alone(() => tidy(folder, null));
    const journal = new FileJournal(folder, timers, tidied?.own ?? (await holdNew(folder)));
    journal.#tidyIn(tidied?.clean === true ? LOOK_EVERY_MS : TIDY_WITHIN_MS);
    return journal;
  }

  /** Resolves once the entries are on the disk. What is forgotten already stays forgotten. */
  append(added: readonly JournalEntry[]): Promise<void> {
    return this.#next(async () => {
      const fresh = added.filter(({ mid }) => !this.#forgotten.has(mid));
      if (fresh.length === 0) return;
      await this.#write(entryFrames(fresh));
      for (const { mid, text } of fresh) this.#entries.set(mid, text);
    });
  }

  /** The texts of all entries of all pages that are not forgotten. */
  readAll(): Promise<readonly string[]> {
    return this.#next(async () => {
      const others = (await this.#folder.alone(() => this.#readOthers())) ?? (await this.#readOthers());
      const files = [...others, this.#contents];
      return [...remembered(files, files).values()];
    });
  }

  /** Resolves once it is on the disk that the mids are forgotten, in whichever file their entries are. */
  forget(mids: readonly string[]): Promise<void> {
    return this.#next(async () => {
      const fresh = mids.filter((mid) => !this.#forgotten.has(mid));
      if (fresh.length === 0) return;
      await this.#writeForgotten(fresh);
      this.#folder.tellOthers();
      this.#tidyIn(TIDY_WITHIN_MS);
      // It is forgotten on the disk: where this fails, the timer does it later.
      if (this.#mostIsForgotten) await this.#tidy().catch(() => undefined);
    });
  }

  /** Leaves of what is forgotten no more than a mid. True when that is so in the files of all pages. */
  tidy(): Promise<boolean> {
    this.#folder.tellOthers();
    return this.#next(async () => (await this.#tidy()).clean);
  }

  /** Lets another page take the file. */
  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#own.file.close();
  }

  get #contents(): Contents {
    return { entries: this.#entries, forgotten: this.#forgotten, newer: false };
  }

  get #mostIsForgotten(): boolean {
    const gone = [...this.#entries.keys()].filter((mid) => this.#forgotten.has(mid)).length;
    return gone * 2 > this.#entries.size;
  }

  /** From now on this is the page's file. */
  #sit(own: HeldFile): void {
    this.#own = own;
    this.#entries = new Map(own.contents.entries);
    this.#forgotten = new Set(own.contents.forgotten);
    this.#end = own.bytes.length;
  }

  /** A write that failed is written over by the next: what it left of itself says nothing that is not so. */
  async #write(frames: Uint8Array<ArrayBuffer>): Promise<void> {
    const bytes = this.#end === 0 ? concat([fileHead(), frames]) : frames;
    await this.#own.file.write(bytes, this.#end);
    await this.#own.file.flush();
    this.#end += bytes.length;
  }

  async #writeForgotten(mids: readonly string[]): Promise<void> {
    try {
      await this.#write(forgettingFrames(mids));
      for (const mid of mids) this.#forgotten.add(mid);
    } catch (noRoom) {
      // There may be room once the entries themselves are gone.
      for (const mid of mids) this.#forgotten.add(mid);
      const gone = await this.#tidy().then(
        ({ trouble }) => trouble === null,
        () => false,
      );
      if (gone) return;
      for (const mid of mids) this.#forgotten.delete(mid);
      throw noRoom;
    }
  }

  async #tidy(): Promise<Pick<Tidied, 'clean' | 'trouble'>> {
    // The memory knows what the disk may have lost of it.
    const bytes = await this.#own.file.read();
    const own: HeldFile = { file: this.#own.file, bytes, contents: this.#contents };
    const tidied = await this.#folder.alone(() => tidy(this.#folder, own));
    if (tidied !== null && tidied.trouble === null) this.#sit(tidied.own);
    this.#tidyIn(tidied?.clean === true ? LOOK_EVERY_MS : TIDY_WITHIN_MS);
    return tidied ?? { clean: false, trouble: othersBusy };
  }

  #tidyIn(ms: number): void {
    if (this.#closed) return;
    this.#cancelTimer?.();
    // What fails now may do later: the next look comes in any case.
    this.#cancelTimer = this.#timers.after(ms, () => {
      this.#tidyIn(LOOK_EVERY_MS);
      void this.#next(() => this.#tidy()).catch(() => undefined);
    });
  }

  async #readOthers(): Promise<readonly Contents[]> {
    const contents: Contents[] = [];
    for (const name of await this.#folder.list()) {
      if (name === this.#own.file.name) continue;
      // A file that cannot be read keeps nobody from reading the others.
      const bytes = await this.#folder.read(name);
      if (bytes !== null) contents.push(contentsOf(bytes));
    }
    return contents;
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
