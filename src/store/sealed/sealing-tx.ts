import { isText, shape } from '../../kernel/guards.ts';
import type { IdBounds } from '../../kernel/row-range.ts';
import type { Key, StoreName, StoreTx } from '../../protocol/client/ports.ts';
import { isMixed, sealedBuckets, sealedPlace } from './personal.ts';
import { Unreadable, type Sealer } from './sealed-value.ts';

const hasId = shape({ id: isText });

/** Something personal was touched before there was a key: the transaction is called off, and run again with one. */
export class NotYet extends Error {}

/** A transaction in which what is personal goes sealed to its own place, and the rest where it always went. */
export class SealingTx implements StoreTx {
  constructor(
    private readonly tx: StoreTx,
    private readonly sealer: Sealer | null,
  ) {}

  async get(store: StoreName, key: Key): Promise<unknown> {
    const place = sealedPlace(store, key);
    if (place === null) return this.tx.get(store, key);
    // Before it is moved in, the record of an earlier build still says how far that one had come.
    if (place.bound === null) return (await this.tx.get(place.store, place.key)) ?? this.tx.get(store, key);
    const sealer = this.#sealer();
    const sealed = await this.tx.get(place.store, place.key);
    if (sealed === undefined) return undefined;
    const value = sealer.open(place.bound, sealed);
    if (hasId(value) && value.id !== key[key.length - 1])
      throw new Unreadable(`${value.id} lies in another's place`, place.bound);
    return value;
  }

  async list(store: StoreName, prefix: Key, ids?: IdBounds): Promise<readonly unknown[]> {
    if (isMixed(store, prefix)) {
      // Both at once: an engine that cuts off the transaction fails both, and each failure has its hearer.
      const all = await Promise.all([this.tx.list(store, prefix), this.tx.list('base', sealedBuckets)]);
      return all.flat();
    }
    const place = sealedPlace(store, prefix);
    if (place === null) return this.tx.list(store, prefix, ids);
    const { bound } = place;
    const sealer = this.#sealer();
    const all = await this.tx.list(place.store, place.key, ids);
    return bound === null ? all : all.map((sealed) => sealer.open(bound, sealed));
  }

  put(store: StoreName, key: Key, value: unknown): void {
    const place = sealedPlace(store, key);
    if (place === null) return this.tx.put(store, key, value);
    const { bound } = place;
    this.tx.put(place.store, place.key, bound === null ? value : this.#sealer().seal(bound, value));
  }

  delete(store: StoreName, key: Key): void {
    const place = sealedPlace(store, key);
    if (place === null) this.tx.delete(store, key);
    else this.tx.delete(place.store, place.key);
  }

  deletePrefix(store: StoreName, prefix: Key): void {
    const place = sealedPlace(store, prefix);
    if (place !== null) return this.tx.deletePrefix(place.store, place.key);
    this.tx.deletePrefix(store, prefix);
    if (prefix.length === 0 || isMixed(store, prefix)) this.tx.deletePrefix('base', [`~${store}`, ...prefix]);
  }

  deleteRange(store: StoreName, first: Key, last: Key): void {
    this.tx.deleteRange(store, first, last);
  }

  #sealer(): Sealer {
    if (this.sealer === null) throw new NotYet('there is no key yet');
    return this.sealer;
  }
}
