/*
 * Whether a finger is on the glass. Pages wait for it to leave before they change: nothing may move away under a
 * finger that is about to be lifted.
 */

/** A finger that has left without a word (a driver that forgets) does not hold the page for longer than this. */
const FORGOTTEN_MS = 10_000;

let since: number | null = null;
const waiting = new Set<() => void>();

export const fingerIsDown = (): boolean => since !== null && performance.now() - since < FORGOTTEN_MS;

/** Resolves when no finger is on the glass: at once when none is. */
export function fingerLifted(): Promise<void> {
  if (!fingerIsDown()) return Promise.resolve();
  return new Promise((resolve) => waiting.add(resolve));
}

function down(): void {
  since = performance.now();
}

function up(): void {
  since = null;
  // The click comes after the pointer's end: what waits goes on behind it.
  setTimeout(() => {
    if (fingerIsDown()) return;
    for (const resume of [...waiting]) resume();
    waiting.clear();
  });
}

/** Watches the window's pointers. Returns the disposer. */
export function watchFinger(): () => void {
  const options = { capture: true, passive: true };
  window.addEventListener('pointerdown', down, options);
  window.addEventListener('pointerup', up, options);
  window.addEventListener('pointercancel', up, options);
  return () => {
    window.removeEventListener('pointerdown', down, options);
    window.removeEventListener('pointerup', up, options);
    window.removeEventListener('pointercancel', up, options);
    up();
  };
}
