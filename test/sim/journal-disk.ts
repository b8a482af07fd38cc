import { contentsOf, type Contents } from '../../src/store/journal/files/contents.ts';
import type { JournalFile, JournalFolder } from '../../src/store/journal/files/folder.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a page asked of a file and the disk has not yet done for good. */
type Change = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number };

/** A file as every page sees it, and as it is after a power cut. */
interface DiskFile {
  seen: Uint8Array;
  synced: Uint8Array;
  unsynced: Change[];
  holder: Life | null;
}

/** A disk writes whole sectors, in any order. */
const SECTOR = 512;

/** What a mechanism's switch may do to the files of a journal. */
export interface FilesTamper {
  /** What is written instead. */
  readonly write?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  /** What is read instead. */
  readonly read?: (bytes: Uint8Array) => Uint8Array;
  /** The file that takes another's place is not flushed before the other is emptied. */
  readonly swapsUnflushed?: boolean;
  /** What a page that is gone has left is taken in and not emptied. */
  readonly keepsLeft?: boolean;
}

/** The journal's folder on a machine's disk: it outlives the pages, and is no better than disks are. */
export class JournalDisk {
  readonly files = new Map<string, DiskFile>();
  #aloneThere: Life | null = null;
  #waiting: (() => void)[] = [];
  /** Every page's, to tell the others. */
  readonly listeners = new Map<Life, () => void>();

  /** The power goes: of what was not flushed, some is there, some is not, some is torn. */
  crash(chance: Chance): void {
    for (const file of this.files.values()) {
      let bytes = file.synced;
      for (const change of file.unsynced) if (chance.is(0.5)) bytes = changed(bytes, torn(change, chance));
      file.seen = file.synced = bytes;
      file.unsynced = [];
    }
  }

  /** A bit falls over in one of the files, at rest. What can still be read afterwards is less, and never other. */
  flipBit(chance: Chance): void {
    const files = [...this.files.values()].filter(({ seen }) => seen.length > 0);
    if (files.length === 0) return;
    const file = chance.pick(files);
    const bytes = file.seen.slice();
    const at = chance.between(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 7));
    file.seen = file.synced = bytes;
  }

  get inUse(): boolean {
    return [...this.files.values()].some(({ holder }) => holder !== null && !holder.over);
  }

  /** Whether an empty file lies ready. */
  get hasSpare(): boolean {
    return [...this.files.values()].some(({ seen }) => seen.length === 0);
  }

  isAlone(life: Life): boolean {
    return this.#aloneThere === life;
  }

  wipe(): void {
    this.files.clear();
  }

  copyTo(other: JournalDisk): void {
    for (const [name, { seen }] of this.files)
      other.files.set(name, { seen, synced: seen, unsynced: [], holder: null });
  }

  /** What is in all files, as the product reads it. */
  contents(): readonly Contents[] {
    return [...this.files.values()].map(({ seen }) => contentsOf(seen));
  }

  get bytes(): number {
    return [...this.files.values()].reduce((sum, { seen }) => sum + seen.length, 0);
  }

  /** Runs work while no other page does so; null when the other does not come to an end. */
  async alone<T>(
    life: Life,
    time: VirtualTime,
    patienceMs: number,
    work: () => Promise<T>,
  ): Promise<T | null> {
    const givesUp = time.now + patienceMs;
    while (this.#aloneThere !== null && !this.#aloneThere.over) {
      if (time.now >= givesUp) return null;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        time.after(givesUp - time.now, resolve);
      });
    }
    this.#aloneThere = life;
    try {
      return await work();
    } finally {
      this.leave(life);
    }
  }

  /** A page has come to its end, in whatever it was. */
  leave(life: Life): void {
    if (this.#aloneThere === life) this.#aloneThere = null;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** The folder as one page has it. */
export class SimFolder implements JournalFolder {
  readonly #disk: JournalDisk;
  readonly #life: Life;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #full: () => boolean;
  readonly #tamper: FilesTamper;

  constructor(disk: JournalDisk, life: Life, { time, chance, full, tamper }: Surroundings) {
    this.#disk = disk;
    this.#life = life;
    this.#time = time;
    this.#chance = chance;
    this.#full = full;
    this.#tamper = tamper;
    life.whenOver(() => {
      disk.leave(life);
      disk.listeners.delete(life);
    });
  }

  async list(): Promise<readonly string[]> {
    await this.#life.step('journal folder is listed');
    return [...this.#disk.files.keys()];
  }

  async take(name: string): Promise<JournalFile | null> {
    await this.#life.step('journal file is taken');
    const there = this.#disk.files.get(name);
    const file = there ?? { seen: nothing, synced: nothing, unsynced: [], holder: null };
    if (file.holder !== null && !file.holder.over) return null;
    this.#disk.files.set(name, file);
    const left = file.holder !== this.#life && file.seen.length > 0;
    file.holder = this.#life;
    return this.#opened(name, file, left && this.#tamper.keepsLeft === true);
  }

  async read(name: string): Promise<Uint8Array | null> {
    await this.#life.step('journal file is read');
    const file = this.#disk.files.get(name);
    return file === undefined ? null : this.#readable(file);
  }

  newName(): string {
    return this.#chance.hex(12);
  }

  alone<T>(work: () => Promise<T>): Promise<T | null> {
    return this.#disk.alone(this.#life, this.#time, 5000, work);
  }

  tellOthers(): void {
    for (const [life, run] of this.#disk.listeners) if (life !== this.#life && this.#chance.is(0.7)) run();
  }

  whenTold(run: () => void): void {
    this.#disk.listeners.set(this.#life, run);
  }

  #readable({ seen }: DiskFile): Uint8Array {
    return this.#tamper.read?.(seen) ?? seen;
  }

  #opened(name: string, file: DiskFile, keeps: boolean): JournalFile {
    const life = this.#life;
    const change = (made: Change): void => {
      file.seen = changed(file.seen, made);
      file.unsynced.push(made);
    };
    return {
      name,
      read: async () => {
        await life.step('journal file is read');
        return this.#readable(file);
      },
      write: async (given, at) => {
        const bytes = (this.#tamper.write?.(given) ?? given).slice();
        await life.pause();
        await life.held();
        if (this.#full()) {
          change({ at, bytes: bytes.slice(0, this.#chance.between(0, bytes.length - 1)) });
          throw new Error('the journal has no room');
        }
        await life.step('journal is written', () => change({ at, bytes }));
        change({ at, bytes });
        await life.step('journal has been written');
      },
      flush: async () => {
        await life.step('journal is flushed');
        await life.pause();
        if (!(this.#tamper.swapsUnflushed === true && this.#disk.isAlone(life) && file.synced.length === 0)) {
          file.synced = file.seen;
          file.unsynced = [];
        }
        await life.step('journal has been flushed');
      },
      truncate: async (length) => {
        await life.step('journal file is cut');
        if (!keeps) change({ length });
        await life.step('journal file has been cut');
      },
      close: () => {
        if (file.holder === life) file.holder = null;
      },
    };
  }
}

export interface Surroundings {
  readonly time: VirtualTime;
  readonly chance: Chance;
  /** Whether the next write finds no room. */
  readonly full: () => boolean;
  readonly tamper: FilesTamper;
}

const nothing = new Uint8Array(0);

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  if ('length' in change) return resized(bytes, change.length);
  const grown = resized(bytes, Math.max(bytes.length, change.at + change.bytes.length));
  grown.set(change.bytes, change.at);
  return grown;
}

function resized(bytes: Uint8Array, length: number): Uint8Array {
  const made = new Uint8Array(length);
  made.set(bytes.subarray(0, length));
  return made;
}

/** Of a write each sector comes through, or zeroes, or noise. */
function torn(change: Change, chance: Chance): Change {
  if ('length' in change || chance.is(0.3)) return change;
  const bytes = change.bytes.slice();
  for (let at = 0; at < bytes.length; at += SECTOR - ((change.at + at) % SECTOR)) {
    const end = at + SECTOR - ((change.at + at) % SECTOR);
    const fate = chance.next();
    if (fate < 0.3) bytes.fill(0, at, end);
    else if (fate < 0.5)
      for (let i = at; i < Math.min(end, bytes.length); i += 1) bytes[i] = chance.between(0, 255);
  }
  return { at: change.at, bytes: chance.is(0.5) ? bytes : bytes.slice(0, chance.between(0, bytes.length)) };
}
