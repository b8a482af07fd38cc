import type { Mid } from '../../kernel/ids.ts';
import { DiskTrouble, Unreachable } from '../db/trouble.ts';
import { placeOf } from '../../protocol/hub/read-item.ts';
import type { Asker, OtherActor } from '../../protocol/hub/asker.ts';
import type { Full } from '../../protocol/hub/push.ts';
import type { PushAnswer, PushBody, WireResult } from '../../protocol/wire/wire.ts';

/** So often an item may fail alone before it is the item, and not the database, that is at fault. */
const STRIKES = 3;
/** The most items in mind at once. */
const MOST = 200;

/** Carries one push out in a transaction; `poisoned` are those that end stored without being tried again. */
type Push = (who: Asker, request: PushBody, poisoned: ReadonlySet<Mid>) => Promise<Pushed>;
type Pushed = PushAnswer | OtherActor | Full;

/**
 * Finds in a push that fails the one item that makes it fail: each is tried alone, what goes before it is done, and when it
 * has failed alone several times it ends stored, for staff, and the queue goes on. It is stored only in the moment after it
 * has failed once more. A database that is out of reach, or a disk that takes nothing, says so itself: that is held against no
 * item. Or a check-in that was tried when the server had just gone, and again when it was back, would end refused.
 */
export class PatientPush {
  readonly #push: Push;
  readonly #strikes = new Map<Mid, number>();

  constructor(push: Push) {
    this.#push = push;
  }

  async push(who: Asker, request: PushBody): Promise<Pushed> {
    try {
      return await this.#push(who, request, NONE);
    } catch (error) {
      if (error instanceof Unreachable || error instanceof DiskTrouble) throw error;
      return request.muts.length > 1 ? this.#oneByOne(who, request) : this.#strike(who, request, error);
    }
  }

  async #oneByOne(who: Asker, request: PushBody): Promise<Pushed> {
    const results: WireResult[] = [];
    let before: PushAnswer | null = null;
    for (const item of request.muts) {
      let answer: Pushed;
      try {
        answer = await this.push(who, { ...request, muts: [item] });
      } catch (error) {
        // What is done is told; the item comes first in the next push.
        if (before === null) throw error;
        return before;
      }
      if ('otherActor' in answer || 'full' in answer || answer.type !== 'done') return before ?? answer;
      results.push(...answer.results);
      before = { ...answer, results: [...results] };
    }
    if (before === null) throw new Error('a push of nothing has nothing that could fail');
    return before;
  }

  /** One more failure of an item alone; after several it is stored in its stead. */
  async #strike(who: Asker, request: PushBody, error: unknown): Promise<Pushed> {
    const [mid] = midsOf(request);
    if (mid === undefined) throw error;
    const strikes = (this.#strikes.get(mid) ?? 0) + 1;
    if (this.#strikes.size >= MOST) this.#strikes.clear();
    if (strikes < STRIKES) this.#strikes.set(mid, strikes);
    else this.#strikes.delete(mid);
    if (strikes < STRIKES) throw error;
    return this.#push(who, request, new Set([mid]));
  }
}

const NONE: ReadonlySet<Mid> = new Set();

const midsOf = ({ muts }: PushBody): Mid[] => muts.flatMap((item) => placeOf(item)?.mid ?? []);
