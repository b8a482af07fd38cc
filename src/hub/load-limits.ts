/**
 * How much of the hub one caller may have, in one place, each with its reason. A busy centre has 320 members, 40 screens,
 * a few kiosks and a dozen consoles: what it does at its busiest fits ten times into every one of these.
 */
export const LOAD = {
  /** Stretching a PIN or password: 32 MiB and some 80 ms each, on a thread of the pool that reads files. */
  hashing: {
    /** One: the other three threads of the pool are for pages and media. */
    atOnce: 1,
    /** Two seconds of them. A morning's dozen of staff who sign in within the same second all fit. */
    inAll: 24,
    /** From one address, or paired device: nobody types two PINs at once. */
    ofOne: 3,
    retryAfterS: 2,
  },
  /** Wrong tries of one address, whatever the names: what is invented has no budget of its own for each. */
  strangers: { free: 40, firstWaitMs: 5000, longestWaitMs: 600_000 },
} as const;
