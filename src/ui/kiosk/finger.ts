/*
 * Whether a finger is on the glass. Pages wait for it to leave before they change: nothing may move away under a
 * finger that is about to be lifted.
 */

/**
 * A finger that has left without a word (a driver that forgets, an element that went away under it) does not hold the
 * page for longer than this: well before the shortest time after which a page is put away for nobody.
 */
const FORGOTTEN_MS = 10_000;

let down: ReturnType<typeof setTimeout> | null = null;
const waiting = new Set<() => void>();

export const fingerIsDown = (): boolean => down !== null;

/** Resolves when no finger is on the glass: at once when none is. */
export function fingerLifted(): Promise<void> {
  if (!fingerIsDown()) return Promise.resolve();
  return new Promise((resolve) => waiting.add(resolve));
}

function pressed(): void {
  if (down !== null) clearTimeout(down);
  down = setTimeout(lifted, FORGOTTEN_MS);
}

function lifted(): void {
  if (down !== null) clearTimeout(down);
  down = null;
  // The click comes after the pointer's end: what waits goes on behind it.
  setTimeout(() => {
    if (fingerIsDown()) return;
    for (const resume of [...waiting]) resume();
    waiting.clear();
  });
}

function hidden(): void {
  if (document.visibilityState === 'hidden') lifted();
}

/** Watches the window's pointers. Returns the disposer. */
export function watchFinger(): () => void {
  const options = { capture: true, passive: true };
  window.addEventListener('pointerdown', pressed, options);
  window.addEventListener('pointerup', lifted, options);
  window.addEventListener('pointercancel', lifted, options);
  // A page that goes out of sight is not told how its fingers ended.
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('pointerdown', pressed, options);
    window.removeEventListener('pointerup', lifted, options);
    window.removeEventListener('pointercancel', lifted, options);
    document.removeEventListener('visibilitychange', hidden);
    lifted();
  };
}
