import type { ClientStorage, StoreTx, WriteOptions } from '../../protocol/client/ports.ts';
import { Unreadable, type Sealer } from './sealed-value.ts';
import { isPersonal } from './personal.ts';
import { NotYet, SealingTx } from './sealing-tx.ts';

/** The key of a store, when it is wanted; fails where there is none now, and is asked again. */
type GetKey = () => Promise<Uint8Array>;

/** The store underneath, which says when it was opened again. */
type Inner = ClientStorage & { onReopened(listener: () => void): void };

/** A second value that does not open after its bucket was dropped means something else than a damaged value. */
const MOST_RENEWALS = 3;

/**
 * A store whose personal rows lie sealed on the disk. Key and cipher are fetched when something personal is first
 * touched, or written at all: what a face shows first needs neither.
 */
export class SealingStorage implements ClientStorage {
  #sealer: Sealer | null = null;
  #preparing: Promise<void> | null = null;
  #lost: () => void = () => undefined;

  constructor(
    private readonly inner: Inner,
    private readonly getKey: GetKey,
  ) {}

  /**
   * Told when the store was closed under the page and is open again, perhaps another; and when something sealed could
   * not be read and was dropped, to be pulled anew.
   */
  onReopened(listener: () => void): void {
    this.#lost = listener;
    this.inner.onReopened(() => {
      this.#sealer = null;
      listener();
    });
  }

  async read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.inner.read((tx) => work(new SealingTx(tx, this.#sealer)));
      } catch (error) {
        if (error instanceof NotYet) await this.prepare();
        else if (error instanceof Unreadable && tries < MOST_RENEWALS) await this.#renew(error);
        else throw error;
      }
    }
  }

  // A write may have changed what the caller has in mind before it meets what it cannot read: so the key comes first,
  // unless it is known to touch nothing personal.
  async write<T>(work: (tx: StoreTx) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    if (options.only === undefined || options.only.some(isPersonal)) await this.prepare();
    try {
      return await this.inner.write((tx) => work(new SealingTx(tx, this.#sealer)), options);
    } catch (error) {
      if (error instanceof Unreadable) await this.#renew(error);
      if (!(error instanceof NotYet)) throw error;
      await this.prepare();
      if (options.repeatable !== true) throw error;
      return this.inner.write((tx) => work(new SealingTx(tx, this.#sealer)), options);
    }
  }

  /** Whether a bucket's rows are sealed here. */
  isSealed(bucket: string): boolean {
    return isPersonal(bucket);
  }

  close(): void {
    this.inner.close();
  }

  /** Fetches key and cipher, and makes the store ready for them. */
  prepare(): Promise<void> {
    if (this.#sealer !== null) return Promise.resolve();
    this.#preparing ??= this.#begin().finally(() => {
      this.#preparing = null;
    });
    return this.#preparing;
  }

  async #begin(): Promise<void> {
    const [key, { sealerWith }, { moveIn }] = await Promise.all([
      this.getKey(),
      import('./sealer.ts'),
      import('./move-in.ts'),
    ]);
    const sealer = sealerWith(key);
    if (await moveIn(this.inner, sealer)) await this.#tell('the key of this store was lost');
    this.#sealer = sealer;
  }

  async #renew({ bound, message }: Unreadable): Promise<void> {
    const { renew } = await import('./move-in.ts');
    await renew(this.inner, bound);
    await this.#tell(message);
  }

  async #tell(why: string): Promise<void> {
    const { noteHealed } = await import('../healed.ts');
    noteHealed('sealed-renewed', why);
    this.#lost();
  }
}
