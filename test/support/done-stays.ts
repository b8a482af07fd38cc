/** What a ✓ counts its seconds by, ms. */
const COUNTS_BY_MS = 1000;

/**
 * No ✓ goes by itself: on a busy machine ten seconds are over before a test has looked at it, or walked to a button of
 * it. Returns how they go again.
 */
export function doneStays(): () => void {
  const { setTimeout: own } = window;
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0): number => (ms === COUNTS_BY_MS ? 0 : own(run, ms)),
  });
  return () => void Object.assign(window, { setTimeout: own });
}
