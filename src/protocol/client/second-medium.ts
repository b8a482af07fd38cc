import type { Mid } from '../../kernel/ids.ts';
import type { WireMutation } from '../wire/wire.ts';
import type { ClientStorage, Journal } from './ports.ts';
import { listKept, readUnsent } from './records.ts';

/**
 * ✓ means durable on two media. The second is the journal; where the journal fails (its disk is full) the hub takes
 * its place, and ✓ waits until the hub has acknowledged.
 */
export class SecondMedium {
  readonly #storage: ClientStorage;
  readonly #journal: Journal;
  readonly #failed: (error: unknown) => void;
  readonly #waiting = new Map<Mid, () => void>();

  constructor(storage: ClientStorage, journal: Journal, failed: (error: unknown) => void) {
    this.#storage = storage;
    this.#journal = journal;
    this.#failed = failed;
  }

  /** Resolves once a mutation of the outbox is also somewhere else. */
  async reached(mut: WireMutation): Promise<void> {
    try {
      await this.#journal.append([mut]);
      void this.#forgetIfGone(mut.mid).catch(this.#failed);
    } catch (error) {
      this.#failed(error);
      const acknowledged = new Promise<void>((resolve) => this.#waiting.set(mut.mid, resolve));
      await this.look();
      await acknowledged;
    }
  }

  /**
   * A page that was held up between the two media may come to the journal when another page has had the mutation sent,
   * made safe and forgotten: nobody would forget it again.
   */
  async #forgetIfGone(mid: Mid): Promise<void> {
    const gone = await this.#storage.read(async (tx) => {
      if ((await readUnsent(tx, mid)) !== undefined) return false;
      return !(await listKept(tx)).some((pushed) => pushed.some(({ mut }) => mut.mid === mid));
    });
    if (gone) await this.#journal.forget([mid]);
  }

  /** The outbox may have changed: what has left it is with the hub. */
  async look(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const left = await this.#storage.read(async (tx) => {
      const gone: Mid[] = [];
      for (const mid of this.#waiting.keys()) if ((await readUnsent(tx, mid)) === undefined) gone.push(mid);
      return gone;
    });
    for (const mid of left) {
      this.#waiting.get(mid)?.();
      this.#waiting.delete(mid);
    }
  }
}
