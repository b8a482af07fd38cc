import type { HubTx } from '../../protocol/hub/ports.ts';
import { PendingWrites } from './pending-writes.ts';

/** One transaction that waits for its turn. */
export interface Job {
  /** Does the work over what the batch has so far, and gives back how to tell of its end after the commit. */
  readonly run: (batch: PendingWrites) => Promise<() => void>;
  readonly failed: (error: unknown) => void;
}

/** The most transactions in one commit. */
const BATCH = 256;

/**
 * Transactions that stand in one queue share commits, and so the sync of the disk: each sees what those
 * before it have written, nobody is answered before the commit, and one that fails leaves nothing of itself.
 */
export class GroupCommit {
  readonly #queues = new Map<string, Job[]>();
  readonly #commit: (queue: string, jobs: readonly Job[]) => Promise<void>;
  readonly #defer: (start: () => void) => void;

  /** `defer` gives others that arrive at the same moment the time to join. */
  constructor(
    commit: (queue: string, jobs: readonly Job[]) => Promise<void>,
    defer: (start: () => void) => void,
  ) {
    this.#commit = commit;
    this.#defer = defer;
  }

  add<T>(queue: string, work: (tx: HubTx) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#stand(queue, {
        run: async (batch) => {
          const own = new PendingWrites(batch);
          try {
            const value = await work(own);
            own.mergeInto(batch);
            return () => resolve(value);
          } catch (error) {
            return () => reject(error);
          }
        },
        failed: reject,
      });
    });
  }

  #stand(queue: string, job: Job): void {
    const jobs = this.#queues.get(queue);
    if (jobs !== undefined) {
      jobs.push(job);
      return;
    }
    const fresh = [job];
    this.#queues.set(queue, fresh);
    this.#defer(() => void this.#work(queue, fresh));
  }

  async #work(queue: string, jobs: Job[]): Promise<void> {
    while (jobs.length > 0) {
      const batch = jobs.splice(0, BATCH);
      try {
        await this.#commit(queue, batch);
      } catch (error) {
        // One that the database will not take must not take others down with it: each alone, once.
        if (batch.length === 1) batch[0]?.failed(error);
        else for (const job of batch) await this.#commit(queue, [job]).catch(job.failed);
      }
    }
    this.#queues.delete(queue);
  }
}
