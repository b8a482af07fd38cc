import { noteHealed } from '../../healed.ts';
import { noteInMemory, startsInMemory } from '../../in-memory.ts';
import { listUnsent } from '../../../protocol/client/records.ts';
import { isDamage, isFull } from './engine-errors.ts';
import { storeNames } from '../indexed-db-storage.ts';
import { inTime } from '../in-time.ts';
import { NoAnswer } from '../no-answer.ts';
import { NewerDatabase } from '../newer-database.ts';
import { noteGeneration } from '../note-generation.ts';
import { bucketName } from '../bucket.ts';
import { notedGeneration } from '../place.ts';
import type { OpenedStorage, Remedy } from '../reopening-storage.ts';
import { carriedFrom, carryInto, type Carried } from './carry.ts';
import { mayRenew, noteRenewal } from './generations.ts';
import { makeRoom } from './make-room.ts';
import { MemoryStorage } from './memory-storage.ts';
import { startNextInMemory, timesInMemory } from './tab-note.ts';
import { tellGeneration } from './tell-generation.ts';

/** An engine that says no three times in a row means it. */
const REFUSALS = 3;
/** One that says nothing at all may be slow: it has had three and a half minutes by then. */
const SILENT_ATTEMPTS = 6;
/** A disk without room is waited for so long; nothing is given up for it. */
const FULL_ATTEMPTS = 8;
/** Opened again so often within the time, and broken all the same. */
const BREAKS = 3;
const BREAKS_WITHIN_MS = 10 * 60_000;
/**
 * A page that runs from memory looks so often whether the disk is well again; half as often each time that the disk looked
 * well, the page started anew on it, and came down again.
 */
const LOOK_EVERY_MS = 5 * 60_000;
const LOOK_AT_LEAST_EVERY_MS = 6 * 3_600_000;
const LOOK_PATIENCE_MS = 20_000;

interface Hands {
  /** Opens the newest generation there is. */
  readonly open: (lost: () => void, patienceMs: number) => Promise<OpenedStorage>;
  /** The page had better start anew. */
  readonly outgrown: () => void;
  /** Whether the page has had a generation open. */
  readonly wasOpen: () => boolean;
  /** Whether memory will not do. */
  readonly diskOnly: boolean;
}

/**
 * What is done, step by step, where opening a store again does not help: a new generation of it, in another bucket, and
 * where the browser lets nothing be kept, memory. What can be read of the old one goes along; the rest comes from the
 * journal and the hub.
 */
export class Ladder {
  readonly #name: string;
  readonly #hands: Hands;
  #refusals = 0;
  #renewed = false;
  #carried: Carried | null = null;
  #breaks: number[] = [];
  readonly #breaking = new WeakMap<OpenedStorage, Promise<boolean>>();
  #memory: MemoryStorage | null = null;
  #isLooking = false;

  constructor(name: string, hands: Hands) {
    this.#name = name;
    this.#hands = hands;
    if (hands.diskOnly || !startsInMemory(name)) return;
    startNextInMemory(name, timesInMemory());
    this.#runFromMemory();
  }

  /** The last rung, once it was come to. */
  get memory(): MemoryStorage | null {
    return this.#memory;
  }

  /** An attempt to open a generation failed, the how manieth in a row. True where the next one is in another place. */
  async failed(error: unknown, attempt: number, generation: number): Promise<boolean> {
    // It is whole, and of a build that will be back.
    if (error instanceof NewerDatabase) return false;
    if (isFull(error)) {
      if ((await makeRoom()) || attempt < FULL_ATTEMPTS) return false;
      return this.#runFromMemory();
    }
    const isSilent = error instanceof NoAnswer;
    if (!isSilent) this.#refusals += 1;
    // Slow disks do not refuse: one that has, and then says nothing, is not slow.
    const isDamaged = this.#refusals >= REFUSALS || (this.#refusals > 0 && isSilent);
    if (!isDamaged && attempt < SILENT_ATTEMPTS) return false;
    return this.#next(generation);
  }

  /** The engine could not do what an open store was asked for: it is opened again, and after some times renewed. */
  async broke(error: DOMException, storage: OpenedStorage): Promise<Remedy> {
    if (isFull(error)) return (await makeRoom()) ? 'again' : null;
    if (!isDamage(error)) return null;
    console.error(error);
    // Much that is asked at once fails at once.
    const counted = this.#breaking.get(storage) ?? this.#count(storage);
    this.#breaking.set(storage, counted);
    return (await counted) ? 'reopen' : null;
  }

  /** Resolves to whether there is somewhere to open it again. */
  async #count(storage: OpenedStorage): Promise<boolean> {
    const nowMs = performance.now();
    this.#breaks = [...this.#breaks.filter((at) => nowMs - at < BREAKS_WITHIN_MS), nowMs];
    if (this.#breaks.length < BREAKS) return true;
    this.#breaks = [];
    const carried = await carriedFrom(storage);
    const goesOn = await this.#next(storage.generation);
    if (goesOn) this.#carried = carried;
    return goesOn;
  }

  /**
   * A generation is open: what was saved of the one before goes into it first.
   * @param before the generation that was open before in this page; 0 for none
   */
  async opened(storage: OpenedStorage, before: number): Promise<void> {
    this.#refusals = 0;
    if (this.#carried !== null) await carryInto(storage, this.#carried);
    this.#carried = null;
    if (this.#renewed) noteHealed('store-renewed', bucketName(storage.generation));
    else if (before === storage.generation && this.#memory === null) noteHealed('store-reopened');
    this.#renewed = false;
  }

  /** One page of those that share the store makes a generation; the others go on in it. False where there is none. */
  #next(generation: number): Promise<boolean> {
    this.#refusals = 0;
    return navigator.locks.request(`${this.#name}:renewing`, async () => {
      if (notedGeneration(this.#name) > generation) return true;
      if (!mayRenew(this.#name)) return this.#runFromMemory();
      noteRenewal(this.#name, generation);
      noteGeneration(this.#name, generation + 1);
      tellGeneration(this.#name, generation + 1);
      this.#renewed = true;
      return true;
    });
  }

  /** False where memory will not do. */
  #runFromMemory(): boolean {
    if (this.#hands.diskOnly) return false;
    const memory = new MemoryStorage(() => clearInterval(looking));
    this.#memory = memory;
    this.#renewed = false;
    noteHealed('store-in-memory');
    noteInMemory();
    const times = timesInMemory();
    // What was begun on a disk (a lead shared with other pages, a key) does not go on in memory: the page starts anew.
    if (this.#hands.wasOpen()) {
      startNextInMemory(this.#name, times + 1);
      this.#hands.outgrown();
    }
    const every = Math.min(LOOK_EVERY_MS * 2 ** Math.max(0, times - 1), LOOK_AT_LEAST_EVERY_MS);
    const looking = setInterval(() => void this.#look(memory), every);
    return true;
  }

  /** Once something can be kept again the page starts anew on it, as soon as the hub has all that is only here. */
  async #look(memory: MemoryStorage): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      if ((await memory.read(listUnsent)).length === 0) await this.#tryDisk(memory);
    } finally {
      this.#isLooking = false;
    }
  }

  async #tryDisk(memory: MemoryStorage): Promise<void> {
    try {
      const storage = await this.#hands.open(() => undefined, LOOK_PATIENCE_MS);
      try {
        // One that opens may answer nothing all the same.
        const silent = (): unknown => new NoAnswer('the local database does not answer');
        await inTime(isWell(storage), LOOK_PATIENCE_MS, silent);
      } finally {
        storage.giveUp();
      }
      if (!memory.isOpen()) return;
      startNextInMemory(null, timesInMemory());
      this.#hands.outgrown();
    } catch {
      const generation = notedGeneration(this.#name);
      if (mayRenew(this.#name)) await this.#next(Math.max(generation, 1));
    }
  }
}

/** It takes what is written, and each part of it can be read. Fails where that is not so. */
async function isWell(storage: OpenedStorage): Promise<void> {
  await storage.write(async (tx) => tx.put('meta', ['looked'], Date.now()));
  await storage.read(async (tx) => {
    for (const store of storeNames) await tx.list(store, []);
  });
}
