import type { BucketName } from '../../kernel/buckets.ts';
import { actorKeyOf } from '../../kernel/mutation.ts';
import type { Cursor, PullPage } from '../wire/wire.ts';
import { askedBy, type Asked } from './answers.ts';
import type { EngineDeps } from './engine-deps.ts';
import { holds } from './overlay.ts';
import { positionOf, takePage, type PageTaken } from './take-page.ts';
import type { Reply, StoreTx, Trouble, WriteOptions } from './ports.ts';
import { readBucket, readClient, readClock, writeClock } from './records.ts';

/** How often a bucket is asked for from the start before it is left to the next turn. */
const TRIES = 4;

/** How what goes over the wire gets at the disk. */
export interface LeaderActions {
  write<T>(work: (tx: StoreTx) => Promise<T>, options?: WriteOptions): Promise<T>;
  forget(mids: readonly string[]): void;
}

type AskedPage = Asked & { readonly cursor: Cursor | null };

/** Brings one bucket up to the hub's newest version, page by page; the next page travels while one is written. */
export class BucketPuller {
  readonly #deps: EngineDeps;
  readonly #actions: LeaderActions;

  constructor(deps: EngineDeps, actions: LeaderActions) {
    this.#deps = deps;
    this.#actions = actions;
  }

  /** `done`: it is as new as the hub was. `behind`: the world changed meanwhile, ask again. Otherwise why there is no answer. */
  async pull(bucket: BucketName, current: () => boolean): Promise<'done' | 'behind' | Trouble> {
    await this.#deps.readyFor?.(bucket);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const start = await this.#position(bucket);
      if (start === null) return 'done';
      const end = await this.#pages(bucket, start, current);
      if (end !== 'behind') return end;
    }
    return 'behind';
  }

  async #pages(
    bucket: BucketName,
    start: AskedPage,
    current: () => boolean,
  ): Promise<'done' | 'behind' | Trouble> {
    let asked = start;
    let coming: Promise<Reply<PullPage>> = this.#ask(bucket, asked.clientId, asked.cursor);
    for (;;) {
      const reply = await coming;
      if (!current()) return 'behind';
      if (!reply.ok) return reply.error;
      const page = reply.value;
      const asker = asked;
      const expected = page.more && page.epoch === asked.epoch && page.grantHash === asked.grantHash;
      if (expected) coming = this.#ask(bucket, asked.clientId, page.cursor);
      const taken = await this.#store(bucket, asker, page);
      if (taken.type === 'whole') return 'done';
      // A hub that begins a snapshot anew in its middle may do so for ever: that is counted as a try.
      const anew = page.reset && asked.cursor !== null;
      if (taken.type === 'again' || !expected || anew) return 'behind';
      asked = { ...asked, cursor: page.cursor };
    }
  }

  async #store(bucket: BucketName, asked: AskedPage, page: PullPage): Promise<PageTaken> {
    const taken = await this.#actions.write(
      async (tx) => {
        const end = await takePage(tx, this.#deps, asked, page);
        if (end.type === 'whole') {
          const { deviceClock } = this.#deps;
          const { nowMs } = deviceClock.read();
          writeClock(tx, {
            highWaterMs: deviceClock.highWaterMs,
            lastSyncMs: nowMs ?? (await readClock(tx)).lastSyncMs,
          });
        }
        return end;
      },
      // Pages that nobody sees yet need not each wait for the disk; the switch at the end does, and carries them.
      {
        durability: page.more ? 'relaxed' : 'strict',
        // With nothing waiting to be run again over it, a page touches no bucket but its own.
        only: this.#deps.pending.isIdle() ? [bucket] : undefined,
      },
    );
    if (taken.type !== 'staged') {
      this.#actions.forget(taken.forget);
      this.#deps.changed(taken.changes);
    }
    return taken;
  }

  async #ask(
    bucket: BucketName,
    clientId: Asked['clientId'],
    cursor: Cursor | null,
  ): Promise<Reply<PullPage>> {
    const askedMono = this.#deps.clock.monotonic();
    const { protocol, setting } = this.#deps;
    const reply = await this.#deps.transport.pull({
      protocol: protocol.spoken,
      actor: actorKeyOf(setting.actor),
      clientId,
      bucket,
      cursor,
      limit: this.#deps.limits.page,
    });
    if (reply.ok) {
      protocol.heard(reply.value);
      this.#deps.deviceClock.confirm(reply.value, askedMono);
    }
    return reply;
  }

  #position(bucket: BucketName): Promise<AskedPage | null> {
    return this.#deps.storage.read(async (tx) => {
      const client = await readClient(tx);
      if (client === undefined || client.pullAfter > 0 || !holds(client)(bucket)) return null;
      return { ...askedBy(client), cursor: positionOf(await readBucket(tx, bucket)) };
    });
  }
}
