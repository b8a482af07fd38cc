/** Preloaded into a hub (`--import`): its wall clock stands as many milliseconds from the machine's as the test says. */
const shiftMs = Number(process.env.LELING_TEST_SHIFT_MS ?? 0);
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  /** @param {any[]} args */
  constructor(...args) {
    if (args.length === 0) super(TrueDate.now() + shiftMs);
    // @ts-expect-error: whatever the true one takes
    else super(...args);
  }

  static now() {
    return TrueDate.now() + shiftMs;
  }
};
