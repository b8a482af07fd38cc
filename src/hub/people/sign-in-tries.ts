import { comparableName } from '../../features/accounts/model/account.ts';
import { LOAD } from '../load-limits.ts';
import type { Lane } from './hash-queue.ts';
import { Throttle } from './throttle.ts';

/** No name has it: what is a place's and what a name's is told apart by it. */
const BETWEEN = '\n';

/** Wrong tries at signing in: of one person's name from one place, of one name from everywhere, and of one place at all. */
export class SignInTries {
  readonly #byPlace: Throttle;
  readonly #byLane: Throttle;
  /** So that many places guess no faster. */
  readonly #byName: Throttle;

  constructor(now: () => number) {
    this.#byPlace = new Throttle(now, { free: 5, firstWaitMs: 15_000, longestWaitMs: 3_600_000 });
    this.#byLane = new Throttle(now, LOAD.strangers);
    this.#byName = new Throttle(now, { free: 60, firstWaitMs: 60_000, longestWaitMs: 3_600_000 });
  }

  /** Milliseconds until the next try of a name from there is looked at; 0 when it may be now. */
  wait(name: string, lane: Lane): number {
    return Math.max(
      this.#byPlace.wait(placeOf(name, lane)),
      lane.isKnown ? 0 : this.#byName.wait(comparableName(name)),
      this.#byLane.wait(lane.name),
    );
  }

  /** Counts a try: before it is looked at, so that tries sent at once do not slip through together. */
  begin(name: string, lane: Lane): void {
    this.#byPlace.failed(placeOf(name, lane));
    this.#byLane.failed(lane.name);
    // A flood of wrong tries in somebody's name does not lock them out of a console of the house.
    if (!lane.isKnown) this.#byName.failed(comparableName(name));
  }

  /** It was right. */
  succeeded(name: string, lane: Lane): void {
    this.#byPlace.succeeded(placeOf(name, lane));
    this.#byLane.succeeded(lane.name);
    this.#byName.succeeded(comparableName(name));
  }

  /** The longest wait there is for a name anywhere, in milliseconds. */
  longestWait(name: string): number {
    const own = comparableName(name);
    return Math.max(this.#byName.wait(own), this.#byPlace.longestWait(`${own}${BETWEEN}`));
  }

  /** Lets a name be tried again from everywhere: the manager knows who it was. */
  forgive(name: string): void {
    const own = comparableName(name);
    this.#byName.succeeded(own);
    this.#byPlace.forgetAll(`${own}${BETWEEN}`);
  }
}

const placeOf = (name: string, lane: Lane): string => `${comparableName(name)}${BETWEEN}${lane.name}`;
