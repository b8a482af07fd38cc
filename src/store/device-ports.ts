import { uuid7 } from '../kernel/uuid7.ts';
import type { Clock, Randomness, Timers } from '../protocol/client/ports.ts';

/** Chance from the engine's own generator. */
export const deviceRandom: Randomness = {
  next: () => Math.random(),
  uuid7: (nowMs) => uuid7(nowMs, crypto.getRandomValues(new Uint8Array(16))),
};

/** The browser's clocks; monotonic values can be compared within one load of the page. */
export const deviceClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  bootId: deviceRandom.uuid7(Date.now()),
};

export const deviceTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
