import { keepAppFresh } from './service-worker.ts';

/** A page is in use for so long after it was last touched. */
const IN_USE_MS = 60_000;

/** The page before a device is known gets newer builds like a face, but not under somebody who is signing in. */
export function beforePaired(): void {
  let touchedAt = -Infinity;
  for (const type of ['pointerdown', 'keydown'])
    addEventListener(type, () => (touchedAt = performance.now()), { capture: true });
  keepAppFresh(() => performance.now() - touchedAt < IN_USE_MS);
}
