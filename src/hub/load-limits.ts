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
  /** Codes asked for from one address: a whole house of glasses behind it, switched on at once and more than once. */
  codes: { atOnce: 120, anHour: 720 },
  /**
   * What a device sends that is not carried out, or is about nothing: kept with all its arguments, and shown at every
   * console. A kiosk that was away for a month brings ten thousand check-ins, of which a changed roster makes some hundred
   * doubtful. What comes beyond is not stored: it waits at its device, with what is behind it.
   */
  burdens: { atOnce: 2000, anHour: 400 },
  /**
   * What a device says of itself: a screen changes what it shows every few seconds at most, and tells the plays of every
   * hour; of a month without the hub some twenty thousand at once.
   */
  reports: { atOnce: 30_000, anHour: 3000 },
  /**
   * Texts that a device wants to be heard: a kiosk that has lost what it kept wants a city's policies, a week of menus and
   * classes in two languages at once, and then some dozen an hour.
   */
  spoken: { atOnce: 20_000, anHour: 4000 },
  /** A kiosk without a store asks every five seconds how its call stands: an hour of that, and as much again at once. */
  directHelp: { atOnce: 720, anHour: 1440 },
  /** Signing in by telephone, which anybody on the centre's network may try. */
  byPhone: {
    /** Of one address: a router in front of it makes a class of thirty one address, and each asks some four times. */
    ofAddress: { atOnce: 200, anHour: 400 },
    /** Of one session, whoever asks. */
    ofSession: { atOnce: 600, anHour: 600 },
    /** Ends of numbers that nobody has, of one address: who goes through all ten thousand is at it for a week. */
    missesOfAddress: { atOnce: 20, anHour: 60 },
  },
  uploads: {
    /** Two hours of film at the quality of a phone; a television's whole budget is mostly less. */
    mostBytes: 2 * 1024 * 1024 * 1024,
    /** What a film must leave of the disk: for the night's backup, and for a month of everything else. */
    leaveBytes: 256 * 1024 * 1024,
    /** How long one that was broken off can be gone on with: over a weekend. */
    keptMs: 4 * 24 * 3_600_000,
  },
  connections: {
    /** Descriptors for the hub's own files: database, log, media being read, the certificate. */
    own: 128,
    /**
     * Of who has not shown a paired device's cookie: half of all descriptors, at most so many. A house whose forty screens
     * and dozen consoles all come at once after a power cut has some 300 for a moment.
     */
    mostStrange: 4000,
    /** Of one address: six faces of one browser open some 40; a house behind one router comes to some 200. */
    ofOneAddress: 400,
    /** Of one paired device: a browser opens six to one place, a live stream beside them. */
    ofOneDevice: 24,
    /** A request's head: who takes longer sends it byte by byte to keep the place. */
    headersMs: 10_000,
    /** A whole request: four megabytes of mutations over a poor line. */
    requestMs: 120_000,
    /** Between two requests: longer than the minute between a device's polls. */
    idleMs: 75_000,
    /** Without a byte either way; a live stream has its beat every 15 s. */
    silentMs: 150_000,
    /** How often it is looked at who is over time. */
    lookEachMs: 2000,
    headerBytes: 16 * 1024,
  },
  /** Wrong tries of one address, whatever the names: what is invented has no budget of its own for each. */
  strangers: { free: 40, firstWaitMs: 5000, longestWaitMs: 600_000 },
} as const;
