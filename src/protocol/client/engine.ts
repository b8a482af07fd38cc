import type { BucketName } from '../../domain/kernel/buckets.ts';
import { civilMoment } from '../../domain/kernel/time.ts';
import type { Poke, PushAnswer } from '../wire.ts';
import { askedBy, fork, type Asked, type LeaderDeps } from './answers.ts';
import type { SyncStatus } from './api.ts';
import { Backoff } from './backoff.ts';
import type { DeviceClock } from './clock.ts';
import { dropForgotten, mergeJournal } from './journal-merge.ts';
import { endKioskDay } from './kiosk-day.ts';
import { takePoke } from './pages.ts';
import type { ClientStorage, Journal, StoreTx, Timers, Transport, Trouble, WriteOptions } from './ports.ts';
import { Puller } from './pull.ts';
import { outgoing, takePush } from './push.ts';
import { readBucket, readClient, readClock, writeClock, type ClientRecord } from './records.ts';
import type { Reports } from './reports.ts';

/** The poll that happens whatever the live hints say: once in this time, give or take a quarter. */
const POLL_MS = 60_000;
/** Pushes in a row before pulls get a turn: applying a page runs the whole outbox again. */
const PUSHES_IN_A_ROW = 120;
/** Answers that brought nothing forward before it is treated as trouble. */
const FRUITLESS_LIMIT = 8;

export interface EngineDeps extends LeaderDeps {
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly transport: Transport;
  readonly timers: Timers;
  readonly deviceClock: DeviceClock;
  readonly reports: Reports;
  readonly limits: { readonly push: number; readonly page: number };
  /** Tells what changed, as `BUCKET/KIND`, after it is durable. */
  changed(parts: ReadonlySet<string>): void;
  linkChanged(link: SyncStatus['link']): void;
  unauthorised(): void;
  /** The store or the journal failed; the engine tries again later. */
  failed(error: unknown): void;
}

const UNSETTLED: Trouble = { type: 'problem', status: 0, detail: 'the answers do not settle' };

/**
 * The leader's loop: push until the outbox is empty, pull what is behind, wait. Exactly one tab of a client runs it,
 * the one that holds the lock.
 */
export class Engine {
  readonly #deps: EngineDeps;
  readonly #backoff: Backoff;
  readonly #puller: Puller;
  readonly #dirty = new Set<BucketName>();
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
  #batch: number;
  #cancelWait: (() => void) | null = null;
  #cancelPoll: (() => void) | null = null;
  #cancelBegin: (() => void) | null = null;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#batch = deps.limits.push;
    this.#backoff = new Backoff(deps.random);
    this.#puller = new Puller(deps, {
      write: (work, options) => this.#write(work, options),
      forget: (mids) => this.#forget(mids),
    });
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
      const { parts } = await mergeJournal(storage, journal, this.#deps, failed);
      if (this.#run !== run) return;
      this.#merged = true;
      this.#deps.changed(parts);
      this.wake();
    } catch (error) {
      failed(error);
      if (this.#run === run)
        this.#cancelBegin = timers.after(this.#backoff.next(), () => void this.#begin(run));
    }
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
    if (!this.running || !this.#merged || this.#cancelWait !== null) return;
    if (this.#looping) this.#again = true;
    else void this.#loop(this.#run);
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
    // What was said while nobody listened is made up for by one look at everything.
    if (came) this.syncNow();
  }

  /** A hint: apply its page where that is a pull, pull otherwise. */
  async poke(poke: Poke): Promise<void> {
    if (!this.running) return;
    const { bucket, epoch, page } = poke;
    // Every page runs what waits again over it: while something waits, one pull after it takes the place of many hints.
    if (this.#deps.pending.unsent(0, 1).length > 0) {
      this.#dirty.add(bucket);
      return this.wake();
    }
    if (page !== undefined) {
      const parts = await this.#write((tx) => takePoke(tx, this.#deps, { bucket, epoch, ...page })).catch(
        this.#deps.failed,
      );
      if (parts) return this.#deps.changed(parts);
    }
    const held = await this.#deps.storage.read((tx) => readBucket(tx, bucket));
    if (held.cursor !== null && held.cursor.epoch === epoch && held.cursor.version >= poke.version) return;
    this.#dirty.add(bucket);
    this.wake();
  }

  async #loop(run: number): Promise<void> {
    this.#looping = true;
    let trouble: Trouble | null = null;
    try {
      do {
        this.#again = false;
        trouble = await this.#sync(run);
      } while (trouble === null && this.#again && this.#run === run);
    } catch (error) {
      this.#deps.failed(error);
      trouble = UNSETTLED;
    }
    this.#looping = false;
    if (this.#run !== run) return this.wake();
    if (trouble === null) {
      this.#backoff.reset();
      this.#deps.linkChanged(this.#live ? 'live' : 'polling');
      // A change that came with the last answer still on its way.
      if (this.#again) this.wake();
    } else this.#wait(trouble);
  }

  /** One turn: everything out, then everything in, until nothing is left. */
  async #sync(run: number): Promise<Trouble | null> {
    for (let turn = 0; this.#run === run; turn += 1) {
      if (turn === FRUITLESS_LIMIT) return UNSETTLED;
      const client = await this.#lookUp();
      if (this.#greet || this.#deps.reports.any || this.#deps.pending.unsent(0, 1).length > 0) {
        const trouble = await this.#push(run, client);
        if (trouble !== null || this.#run !== run) return trouble;
      }
      const { first, then } = await this.#behind();
      if (first.length + then.length === 0) return null;
      const trouble = (await this.#pull(run, first)) ?? (await this.#pull(run, then));
      if (trouble !== null) return trouble;
    }
    return null;
  }

  /** The client as it is on disk, with what other tabs have added. */
  async #lookUp(): Promise<ClientRecord> {
    const { pending } = this.#deps;
    const seen = await this.#deps.storage.read(async (tx) => {
      const client = await readClient(tx);
      return { client, whole: client !== undefined && (await pending.catchUp(tx, client)) };
    });
    if (seen.client === undefined)
      throw new Error('the client record is gone: the store was wiped under a running page');
    if (seen.whole) return seen.client;
    const { client } = seen;
    return this.#write((tx) => fork(tx, this.#deps, client));
  }

  /** Sends the outbox in order. The next push leaves while the last answer is being written down. */
  async #push(run: number, from: ClientRecord): Promise<Trouble | null> {
    let client = from;
    let sentTo = 0;
    let storing: Promise<ClientRecord | null> | null = null;
    let fruitless = 0;
    for (let pushes = 0; pushes < PUSHES_IN_A_ROW && this.#run === run; pushes += 1) {
      const batch = this.#deps.pending.unsent(sentTo, this.#batch);
      if (batch.length === 0 && !this.#greet && !this.#deps.reports.any) break;
      const asked = askedBy(client);
      const muts = batch.map((entry) => outgoing(entry, this.#deps.deviceClock));
      const { reports, arrived } = this.#deps.reports.take();
      const askedMono = this.#deps.clock.monotonic();
      const reply = await this.#deps.transport.push({
        clientId: asked.clientId,
        epoch: asked.epoch,
        muts,
        reports,
      });
      const stored: ClientRecord | null = storing === null ? client : await storing;
      storing = null;
      if (this.#run !== run) return null;
      if (!reply.ok) return this.#smaller(reply.error);
      const answer: PushAnswer = reply.value;
      this.#deps.deviceClock.confirm(answer.hubNow, askedMono);
      this.#greet = false;
      if (answer.type === 'done') arrived();
      const advances = answer.type === 'done' && answer.results.length > 0;
      fruitless = advances ? 0 : fruitless + 1;
      if (fruitless === FRUITLESS_LIMIT) return UNSETTLED;

      const next = this.#store(asked, batch[0]?.mut.seq ?? Infinity, answer);
      const same = answer.epoch === asked.epoch && answer.grantHash === asked.grantHash && stored !== null;
      if (advances && same && answer.results.length === batch.length) {
        this.#batch = Math.min(this.#deps.limits.push, this.#batch * 2);
        sentTo = batch[batch.length - 1]?.mut.seq ?? sentTo;
        storing = next;
        // Its failure is met where it is awaited, after the next answer.
        storing.catch(() => undefined);
      } else {
        client = (await next) ?? (await this.#lookUp());
        sentTo = 0;
      }
    }
    if (storing !== null) await storing;
    return null;
  }

  /** Writes an answer down. Null when it was dropped. */
  async #store(asked: Asked, sentFrom: number, answer: PushAnswer): Promise<ClientRecord | null> {
    // Relaxed: an acknowledgement that a power cut takes back is asked for again.
    const taken = await this.#write((tx) => takePush(tx, this.#deps, asked, sentFrom, answer), {
      durability: 'relaxed',
    });
    if (taken === null) return null;
    taken.behind.forEach((bucket) => this.#dirty.add(bucket));
    if (asked.grantHash !== taken.client.grantHash || asked.epoch !== taken.client.epoch)
      this.#allDirty = true;
    if (asked.clientId !== taken.client.clientId) this.#allDirty = true;
    this.#forget(taken.forget);
    this.#deps.changed(taken.parts);
    return taken.client;
  }

  /** A request that is refused whole may be too large: half of it, next time. */
  #smaller(trouble: Trouble): Trouble {
    if (trouble.type === 'problem' && trouble.status >= 400 && trouble.status < 500) {
      this.#batch = Math.max(1, Math.floor(this.#batch / 2));
    }
    return trouble;
  }

  /** Brings buckets up to the hub's; what does not settle stays for the next turn. */
  async #pull(run: number, buckets: readonly BucketName[]): Promise<Trouble | null> {
    const ends = await Promise.all(
      buckets.map(async (bucket) => {
        const end = await this.#puller.pull(bucket, () => this.#run === run);
        if (end !== 'done') this.#dirty.add(bucket);
        return end;
      }),
    );
    for (const end of ends) if (typeof end !== 'string') return end;
    return null;
  }

  /**
   * What is to be pulled. First what is known to have moved, most of all where our own work has arrived: as long as
   * it lies over its bucket, each page of another runs it again.
   */
  async #behind(): Promise<{ readonly first: readonly BucketName[]; readonly then: readonly BucketName[] }> {
    const client = await this.#deps.storage.read(readClient);
    if (client === undefined || client.grants === null || client.pullAfter > 0)
      return { first: [], then: [] };
    const first = client.grants.filter((bucket) => this.#dirty.has(bucket));
    const then = this.#allDirty ? client.grants.filter((bucket) => !this.#dirty.has(bucket)) : [];
    this.#allDirty = false;
    this.#dirty.clear();
    return { first, then };
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

  #wait(trouble: Trouble): void {
    this.#greet = true;
    this.#allDirty = true;
    this.#deps.linkChanged(trouble.type === 'unauthorised' ? 'signed-out' : 'away');
    // Nothing is deleted: whoever signs in again finds the work as it was.
    if (trouble.type === 'unauthorised') this.#deps.unauthorised();
    this.#cancelWait = this.#deps.timers.after(this.#backoff.next(), () => {
      this.#cancelWait = null;
      this.wake();
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
    const { deviceClock, setting, storage } = this.#deps;
    const { nowMs } = deviceClock.read();
    if (nowMs === null || setting.actor.type !== 'device' || setting.actor.deviceKind !== 'kiosk') return;
    const { date } = civilMoment(nowMs, setting.utcOffsetMinutes);
    const parts = await storage.write((tx) => endKioskDay(tx, date));
    if (parts.length > 0) this.#deps.changed(new Set(parts));
  }
}
