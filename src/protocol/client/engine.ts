import type { BucketName } from '../../kernel/buckets.ts';
import { civilMoment } from '../../kernel/time.ts';
import type { Poke } from '../wire/wire.ts';
import type { Setting } from './apply.ts';
import type { EngineDeps } from './engine-deps.ts';
import { Backoff } from './backoff.ts';
import type { StoreTx, Trouble, WriteOptions } from './ports.ts';
import type { BucketPuller } from './bucket-puller.ts';
import type { Exchange, LoadExchange } from './exchange.ts';
import { FRUITLESS_LIMIT, UNSETTLED } from './fruitless.ts';
import {
  dropForgotten,
  readBucket,
  readBuckets,
  readClient,
  readClock,
  writeBucket,
  writeClock,
  type ClientRecord,
} from './records.ts';

/**
 * The poll that happens whatever the live hints say: once in this time, give or take a quarter. A device that was signed
 * off without a hint finds out by it, within a minute.
 */
const POLL_MS = 44_000;
/** A journal that could not be read is read again after this. */
const MERGE_AGAIN_MS = 60_000;

/**
 * The leader's loop: push until the outbox is empty, pull what is behind, wait. Exactly one tab of a client runs it,
 * the one that holds the lock.
 */
export class Engine {
  readonly #deps: EngineDeps;
  readonly #loadExchange: LoadExchange;
  readonly #backoff: Backoff;
  /** What talks to the hub; null until it is loaded, when the first start begins. */
  #exchange: Exchange | null = null;
  readonly #dirty = new Set<BucketName>();
  /** In which something on the disk is no row, until they have been pulled anew; true once they are ready to be. */
  readonly #mending = new Map<BucketName, boolean>();
  /** Counts the starts, so that what an earlier one still awaits comes to nothing. 0 when stopped. */
  #run = 0;
  #starts = 0;
  /** True once store and journal agree: before, a hint that comes early must not send or fetch. */
  #merged = false;
  #looping = false;
  #again = false;
  /** True while the hub should be asked even with nothing to send: its answer tells epoch, grants and time. */
  #greet = true;
  #allDirty = true;
  #live = false;
  #cancelWait: (() => void) | null = null;
  #cancelPoll: (() => void) | null = null;
  #cancelBegin: (() => void) | null = null;

  constructor(deps: EngineDeps, loadExchange: LoadExchange) {
    this.#deps = deps;
    this.#loadExchange = loadExchange;
    this.#backoff = new Backoff(deps.random);
  }

  get running(): boolean {
    return this.#run !== 0;
  }

  /** Becomes the one that pushes, pulls and merges. */
  async start(): Promise<void> {
    this.#starts += 1;
    const run = this.#starts;
    this.#run = run;
    this.#merged = false;
    this.#greet = true;
    this.#allDirty = true;
    this.#schedulePoll();
    await this.#begin(run);
  }

  async #begin(run: number): Promise<void> {
    const { storage, journal, failed, timers } = this.#deps;
    try {
      await this.#endDay();
      this.#exchange ??= await this.#load();
      const { changes, unread } = await this.#exchange.mergeJournal(storage, journal, this.#deps);
      if (this.#run !== run) return;
      if (unread) this.#cancelBegin = timers.after(MERGE_AGAIN_MS, () => void this.#begin(run));
      this.#merged = true;
      this.#mending.forEach((ready, bucket) => ready || void this.#mend(bucket));
      this.#deps.changed(changes);
      this.wake();
    } catch (error) {
      failed(error);
      if (this.#run === run)
        this.#cancelBegin = timers.after(this.#backoff.next(), () => void this.#begin(run));
    }
  }

  async #load(): Promise<Exchange> {
    const { Exchange } = await this.#loadExchange();
    const exchange: Exchange = new Exchange(this.#deps, {
      write: (work, options) => this.#write(work, options),
      forget: (mids) => this.#forget(mids),
      lookUp: () => this.#lookUp(exchange),
      greets: () => this.#greet,
      answered: () => {
        this.#greet = false;
      },
      behind: (buckets) => buckets.forEach((bucket) => this.#dirty.add(bucket)),
      allBehind: () => {
        this.#allDirty = true;
      },
    });
    return exchange;
  }

  stop(): void {
    this.#run = 0;
    this.#cancelWait?.();
    this.#cancelPoll?.();
    this.#cancelBegin?.();
    this.#cancelWait = null;
    this.#cancelPoll = null;
  }

  /** Something is to be sent or fetched. While it waits after a failure it goes on waiting. */
  wake(): void {
    const exchange = this.#exchange;
    if (!this.running || !this.#merged || exchange === null || this.#cancelWait !== null) return;
    if (this.#looping) this.#again = true;
    else void this.#loop(this.#run, exchange);
  }

  /** Asks the hub at once, for everything. */
  syncNow(): void {
    this.#greet = true;
    this.#allDirty = true;
    this.#cancelWait?.();
    this.#cancelWait = null;
    this.wake();
  }

  setLive(live: boolean): void {
    const came = live && !this.#live;
    this.#live = live;
    // Whoever is heard next may be another.
    this.#greet = this.#greet || !live;
    // What was said while nobody listened is made up for by one look at everything.
    if (came) this.syncNow();
  }

  /** A hint: apply its page where that is a pull, pull otherwise. */
  async poke(poke: Poke): Promise<void> {
    const exchange = this.#exchange;
    // Until it is here everything is to be pulled anyway.
    if (!this.running || exchange === null) return;
    const { bucket, epoch, page } = poke;
    // Every page runs what waits again over it: while something waits, one pull after it takes the place of many hints.
    if (!this.#deps.pending.isIdle()) {
      this.#dirty.add(bucket);
      return this.wake();
    }
    if (page !== undefined) {
      // Shown first and flushed then: what a power cut takes back in between the hub tells again, and a television's disk is slow.
      const changes = await this.#write(
        (tx) => exchange.takePoke(tx, this.#deps, { bucket, epoch, ...page }),
        {
          durability: 'relaxed',
        },
      ).catch(this.#deps.failed);
      if (changes) {
        this.#deps.changed(changes);
        return this.#flush(bucket);
      }
    }
    const held = await this.#deps.storage.read((tx) => readBucket(tx, bucket));
    if (held.cursor !== null && held.cursor.epoch === epoch && held.cursor.version >= poke.version) return;
    this.#dirty.add(bucket);
    this.wake();
  }

  /** Has the disk sync what was written in a bucket: an earlier write goes along with a later one. */
  async #flush(bucket: BucketName): Promise<void> {
    await this.#write(async (tx) => writeBucket(tx, await readBucket(tx, bucket)), { only: [] });
  }

  /** Something in a bucket on the disk is no row. */
  mend(bucket: BucketName): void {
    if (this.#mending.has(bucket)) return;
    this.#mending.set(bucket, false);
    if (this.#merged) void this.#mend(bucket);
  }

  async #mend(bucket: BucketName): Promise<void> {
    try {
      const { mendBucket } = await this.#deps.mending();
      this.#deps.changed(await this.#write((tx) => mendBucket(tx, this.#deps, bucket)));
      this.#mending.set(bucket, true);
      this.#dirty.add(bucket);
      this.wake();
    } catch (error) {
      this.#mending.delete(bucket);
      this.#deps.failed(error);
    }
  }

  async #loop(run: number, exchange: Exchange): Promise<void> {
    this.#looping = true;
    let trouble: Trouble | null = null;
    let emptied = false;
    try {
      do {
        this.#again = false;
        trouble = await this.#sync(run, exchange);
      } while (trouble === null && this.#again && this.#run === run);
    } catch (error) {
      this.#deps.failed(error);
      emptied = error instanceof StoreEmptied;
      trouble = UNSETTLED;
    }
    this.#looping = false;
    if (this.#run !== run) return this.wake();
    if (trouble === null) {
      this.#backoff.reset();
      this.#deps.linkChanged(this.#live ? 'live' : 'polling');
      // A change that came with the last answer still on its way.
      if (this.#again) this.wake();
    } else this.#wait(trouble, emptied);
  }

  /** One turn: everything out, then everything in, until nothing is left. */
  async #sync(run: number, exchange: Exchange): Promise<Trouble | null> {
    // A lively hub has more to tell each time: only turns that leave something unfinished count against it.
    let fruitless = 0;
    while (this.#run === run) {
      if (fruitless === FRUITLESS_LIMIT) return UNSETTLED;
      const client = await this.#lookUp(exchange);
      if (this.#greet || !this.#deps.pending.isIdle()) {
        const trouble = await exchange.sender.push(client, () => this.#run === run);
        if (trouble !== null || this.#run !== run) return trouble;
      }
      const { first, rest } = await this.#behind();
      if (first.length + rest.length === 0) return null;
      let settled = true;
      for (const buckets of [first, rest]) {
        const end = await this.#pull(run, exchange.puller, buckets);
        if (typeof end !== 'string') return end;
        settled = settled && end === 'done';
      }
      fruitless = settled ? 0 : fruitless + 1;
    }
    return null;
  }

  /** The client as it is on disk, with what other tabs have added. */
  async #lookUp({ fork }: Exchange): Promise<ClientRecord> {
    const { pending } = this.#deps;
    const seen = await this.#deps.storage.read(async (tx) => {
      const client = await readClient(tx);
      return { client, whole: client !== undefined && (await pending.catchUp(tx, client)) };
    });
    if (seen.client === undefined) throw new StoreEmptied('the store was emptied under a running page');
    if (seen.whole) return seen.client;
    const { client } = seen;
    return this.#write((tx) => fork(tx, this.#deps, client));
  }

  /** Brings buckets up to the hub's; what does not settle stays for the next turn. */
  async #pull(
    run: number,
    puller: BucketPuller,
    buckets: readonly BucketName[],
  ): Promise<'done' | 'behind' | Trouble> {
    const ends = await Promise.all(
      buckets.map(async (bucket) => {
        // A pull that was under way before is none of its rows anew.
        const mends = this.#mending.get(bucket);
        const end = await puller.pull(bucket, () => this.#run === run);
        if (end !== 'done') this.#dirty.add(bucket);
        else if (mends && this.#mending.delete(bucket)) this.#deps.healed('rows-repaired');
        return end;
      }),
    );
    for (const end of ends) if (typeof end !== 'string') return end;
    return ends.includes('behind') ? 'behind' : 'done';
  }

  /**
   * What is to be pulled. First what is known to have moved, most of all where our own work has arrived: as long as
   * it lies over its bucket, each page of another runs it again.
   */
  async #behind(): Promise<{ readonly first: readonly BucketName[]; readonly rest: readonly BucketName[] }> {
    const client = await this.#deps.storage.read(readClient);
    if (client === undefined || client.grants === null || client.pullAfter > 0)
      return { first: [], rest: [] };
    const first = client.grants.filter((bucket) => this.#dirty.has(bucket));
    const rest = this.#allDirty ? client.grants.filter((bucket) => !this.#dirty.has(bucket)) : [];
    this.#allDirty = false;
    this.#dirty.clear();
    return { first, rest };
  }

  async #write<T>(work: (tx: StoreTx) => Promise<T>, options?: WriteOptions): Promise<T> {
    try {
      return await this.#deps.storage.write(work, options);
    } catch (error) {
      // Memory may be ahead of a disk that refused.
      this.#deps.pending.invalidate();
      throw error;
    }
  }

  #forget(mids: readonly string[]): void {
    if (mids.length === 0) return;
    const { journal, storage } = this.#deps;
    journal
      .forget(mids)
      .then(() => storage.write((tx) => dropForgotten(tx, mids), { durability: 'relaxed' }))
      .catch(this.#deps.failed);
  }

  #wait(trouble: Trouble, emptied = false): void {
    this.#greet = true;
    this.#allDirty = true;
    this.#deps.linkChanged(trouble.type === 'unauthorised' ? 'signed-out' : 'away');
    // Nothing is deleted: whoever signs in again finds the work as it was.
    if (trouble.type === 'unauthorised') this.#deps.unauthorised();
    this.#cancelWait = this.#deps.timers.after(this.#backoff.next(), () => {
      this.#cancelWait = null;
      if (emptied) this.#deps.emptied();
      else this.wake();
    });
    void this.#endDay().catch(this.#deps.failed);
  }

  #schedulePoll(): void {
    const ms = POLL_MS * (0.75 + this.#deps.random.next() / 2);
    this.#cancelPoll = this.#deps.timers.after(ms, () => {
      this.#schedulePoll();
      this.#greet = true;
      this.#allDirty = true;
      this.wake();
      void this.#noteTime().catch(this.#deps.failed);
    });
  }

  /** Writes the highest confirmed time down, for the next cold start. */
  async #noteTime(): Promise<void> {
    const highWaterMs = this.#deps.deviceClock.highWaterMs;
    await this.#deps.storage.write(async (tx) => writeClock(tx, { ...(await readClock(tx)), highWaterMs }), {
      durability: 'relaxed',
    });
  }

  async #endDay(): Promise<void> {
    const { deviceClock, setting, storage, endOfDay } = this.#deps;
    const { nowMs } = deviceClock.read();
    if (nowMs === null || !forgetsDaily(setting)) return;
    // A device that is new here has nothing to drop.
    if ((await storage.read(readBuckets)).length === 0) return;
    const { date } = civilMoment(nowMs, setting.utcOffsetMinutes);
    const { endDay } = await endOfDay();
    const changes = await storage.write((tx) => endDay(tx, setting, date), {
      repeatable: true,
      only: [],
    });
    if (changes.size > 0) this.#deps.changed(changes);
  }
}

/** Whether anything this device may hold ends with its day. */
const forgetsDaily = ({ nouns }: Setting): boolean =>
  Object.values(nouns.rowKinds).some(({ in: scopes }) =>
    Object.values(scopes).some((retention) => retention.for === 'the day'),
  );

/** The record of who this client is has gone, and with it all else: somebody cleared the store, or the engine lost it. */
class StoreEmptied extends Error {}
