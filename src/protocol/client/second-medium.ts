import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { WireMutation } from '../wire/wire.ts';
import type { ClientStorage, Journal, StoreTx, Timers } from './ports.ts';
import { listKept, readClient, readUnsent } from './records.ts';

/** A person waits so long for the hub to take the journal's place: then they are told whom to tell. */
const PATIENCE_MS = 8000;

export interface MediumDeps {
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly failed: (error: unknown) => void;
  /** The journal has what the store has lost: the two had better be merged. */
  readonly orphaned: () => void;
}

/**
 * ✓ means durable on two media. The second is the journal; where the journal fails (its disk is full) the hub takes
 * its place, and ✓ waits until the hub has acknowledged, or is not given.
 */
export class SecondMedium {
  readonly #storage: ClientStorage;
  readonly #journal: Journal;
  readonly #timers: Timers;
  readonly #failed: (error: unknown) => void;
  readonly #orphaned: () => void;
  readonly #waiting = new Map<Mid, { readonly clientId: ClientId; readonly done: () => void }>();

  constructor({ storage, journal, timers, failed, orphaned }: MediumDeps) {
    this.#storage = storage;
    this.#journal = journal;
    this.#timers = timers;
    this.#failed = failed;
    this.#orphaned = orphaned;
  }

  /**
   * Resolves to true once a mutation of the outbox is also somewhere else; to false where it is not within a person's
   * patience: it may be sent yet, but nobody can promise it.
   * @param clientId the client whose outbox took it
   */
  async reached(mut: WireMutation, clientId: ClientId): Promise<boolean> {
    try {
      await this.#journal.append([mut]);
      void this.#forgetIfGone(mut.mid, clientId).catch(this.#failed);
      return true;
    } catch (error) {
      this.#failed(error);
      const acknowledged = new Promise<boolean>((resolve) => {
        const callOff = this.#timers.after(PATIENCE_MS, () => {
          this.#waiting.delete(mut.mid);
          resolve(false);
        });
        const done = (): void => {
          callOff();
          resolve(true);
        };
        this.#waiting.set(mut.mid, { clientId, done });
      });
      await this.look();
      return acknowledged;
    }
  }

  /**
   * A page that was held up between the two media may come to the journal when another page has had the mutation sent,
   * made safe and forgotten: nobody would forget it again. Where the store was emptied or renewed meanwhile, though, the
   * journal alone has it, and it is adopted from there.
   */
  async #forgetIfGone(mid: Mid, clientId: ClientId): Promise<void> {
    const { here, sameStore } = await this.#storage.read(async (tx) => {
      const unsent = (await readUnsent(tx, mid)) !== undefined;
      return {
        here: unsent || (await isKept(tx, mid)),
        sameStore: (await readClient(tx))?.clientId === clientId,
      };
    });
    if (here) return;
    if (sameStore) await this.#journal.forget([mid]);
    else this.#orphaned();
  }

  /** The outbox may have changed: what has left it is with the hub, unless the store was emptied or renewed meanwhile. */
  async look(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const left = await this.#storage.read(async (tx) => {
      const client = (await readClient(tx))?.clientId;
      const gone: Mid[] = [];
      for (const [mid, { clientId }] of this.#waiting) {
        if ((await readUnsent(tx, mid)) !== undefined) continue;
        if (clientId === client || (await isKept(tx, mid))) gone.push(mid);
      }
      return gone;
    });
    for (const mid of left) {
      this.#waiting.get(mid)?.done();
      this.#waiting.delete(mid);
    }
  }
}

const isKept = async (tx: StoreTx, mid: Mid): Promise<boolean> =>
  (await listKept(tx)).some((pushed) => pushed.some(({ mut }) => mut.mid === mid));
