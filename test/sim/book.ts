import { signature } from '../../src/kernel/mutation.ts';
import type { Mid } from '../../src/kernel/ids.ts';
import { SEALED } from '../../src/protocol/wire/sealed-item.ts';
import type { WireMutation, WireResult } from '../../src/protocol/wire/wire.ts';
import { Violation } from './violation.ts';
import type { SimDevice } from './sim-device.ts';

/** A change that a person was told is saved. */
export interface Saved {
  readonly mid: Mid;
  readonly device: string;
  /** Who made it, as records sign it. */
  readonly by: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** When it was made, as an observer outside knows it. */
  readonly madeAt: number;
}

/** What the observer outside has seen: what people were told, and what the hub has answered. */
export class Book {
  readonly #saved = new Map<Mid, Saved>();
  /** Every mutation that has ever been on the wire, also those nobody was told are saved. */
  readonly #seen = new Map<Mid, Pick<WireMutation, 'mid' | 'name' | 'args'>>();
  /** Results told, with the hub history that told them. */
  readonly #told = new Map<Mid, { readonly era: number; readonly result: WireResult }>();

  /** By mid and the hub's time of answering: the time outside. */
  readonly #answered = new Map<string, number>();

  saved(device: SimDevice, mid: Mid, name: string, args: object, madeAt: number): void {
    this.#saved.set(mid, {
      mid,
      device: device.name,
      by: signature(device.actor),
      name,
      args: { ...args },
      madeAt,
    });
  }

  seen(mutations: readonly WireMutation[]): void {
    for (const mutation of mutations) if (mutation.name !== SEALED) this.#seen.set(mutation.mid, mutation);
  }

  /** Within one history of the hub a mutation has one result, however often it is asked for. */
  told(era: number, results: readonly WireResult[], hubNow: number, nowMs: number): void {
    for (const result of results) {
      this.#answered.set(`${result.mid} ${hubNow}`, nowMs);
      const known = this.#told.get(result.mid);
      if (known !== undefined && known.era === era && !sameResult(known.result, result)) {
        throw new Violation(`${result.mid} was ${known.result.status} and is now ${result.status}`);
      }
      this.#told.set(result.mid, { era, result });
    }
  }

  /** When the hub had a mutation that it wrote down as received at a time of its own, as an observer outside knows it. */
  arrivedAt(mid: Mid, receivedAtMs: number): number | undefined {
    return this.#answered.get(`${mid} ${receivedAtMs}`);
  }

  get allSaved(): readonly Saved[] {
    return [...this.#saved.values()];
  }

  get allSeen(): readonly Pick<WireMutation, 'mid' | 'name' | 'args'>[] {
    return [...this.#seen.values()];
  }

  /** What has been answered in a history of the hub, which it may never take back. */
  toldIn(era: number): readonly WireResult[] {
    return [...this.#told.values()].filter((one) => one.era === era).map((one) => one.result);
  }
}

export const sameResult = (a: WireResult, b: WireResult): boolean => JSON.stringify(a) === JSON.stringify(b);
