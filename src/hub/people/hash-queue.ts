import { LOAD } from '../load-limits.ts';

/** Who waits: what one address, or one paired device, asks for takes its turns in one lane. */
export interface Lane {
  readonly name: string;
  /** A paired device has proved itself: strangers, however many, do not take its place. */
  readonly isKnown: boolean;
}

/** There is no room for another; try again after so many seconds. */
export interface Busy {
  readonly retryAfterS: number;
}

type Limits = { readonly [K in keyof typeof LOAD.hashing]: number };

interface Waiting {
  readonly start: () => void;
}

/**
 * The line before the stretching of passwords. One stretching keeps a thread of the pool that reads of files wait for too
 * busy for some 80 ms: so few run at once, few wait, and who comes after is told so before anything is stretched. Lanes
 * take turns, those of paired devices every other one: a flood from one place waits behind itself.
 */
export class HashQueue {
  readonly #limits: Limits;
  /** In the order of their turns. */
  readonly #lanes = { known: new Map<string, Waiting[]>(), strange: new Map<string, Waiting[]>() };
  readonly #waiting = { known: 0, strange: 0 };
  #running = 0;
  #knownLast = false;

  constructor(limits: Limits = LOAD.hashing) {
    this.#limits = limits;
  }

  /** Does the work when its turn comes; `Busy` at once where there is no room to wait. */
  async take<T>(lane: Lane, work: () => Promise<T>): Promise<T | Busy> {
    if (!this.hasRoom(lane)) return { retryAfterS: this.#limits.retryAfterS };
    await this.#turn(lane);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }

  /** Whether one more of a lane would be taken in. */
  hasRoom({ name, isKnown }: Lane): boolean {
    const kind = isKnown ? 'known' : 'strange';
    const { inAll, ofOne } = this.#limits;
    return this.#waiting[kind] < inAll && (this.#lanes[kind].get(name)?.length ?? 0) < ofOne;
  }

  #turn({ name, isKnown }: Lane): Promise<void> {
    const kind = isKnown ? 'known' : 'strange';
    return new Promise((start) => {
      const lane = this.#lanes[kind].get(name) ?? [];
      lane.push({ start });
      this.#lanes[kind].set(name, lane);
      this.#waiting[kind] += 1;
      this.#next();
    });
  }

  #next(): void {
    if (this.#running >= this.#limits.atOnce) return;
    const kind =
      this.#waiting.known > 0 && (!this.#knownLast || this.#waiting.strange === 0) ? 'known' : 'strange';
    const lanes = this.#lanes[kind];
    const [first] = lanes;
    if (first === undefined) return;
    const [name, lane] = first;
    const one = lane.shift();
    // To the end of the turns, or out of them.
    lanes.delete(name);
    if (lane.length > 0) lanes.set(name, lane);
    if (one === undefined) return;
    this.#waiting[kind] -= 1;
    this.#knownLast = kind === 'known';
    this.#running += 1;
    one.start();
  }
}

export const isBusy = (given: unknown): given is Busy =>
  typeof given === 'object' && given !== null && 'retryAfterS' in given;
