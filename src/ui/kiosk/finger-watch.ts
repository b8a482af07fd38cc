import { fingerIsDown, fingers, letWaitingGoOn } from './finger.ts';

/**
 * A finger that has left without a word (a driver that forgets, an element that went away under it) does not hold the
 * page for longer than this: well before the shortest time after which a page is put away for nobody.
 */
const FORGOTTEN_MS = 10_000;
/** What covers more than this is a palm or an arm. A thumb laid flat covers some 25 mm. */
const PALM_MM = 40;

/** One real millimetre of this glass, CSS px. */
export const millimetre = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')) || 4;

/** Whether what touches the glass is too large for a finger, where the panel tells its size. */
export const isPalm = ({ width, height }: PointerEvent): boolean =>
  Math.max(width, height) > PALM_MM * millimetre();

function pressed(event: PointerEvent): void {
  const { pointerId } = event;
  clearTimeout(fingers.get(pointerId));
  if (isPalm(event)) return;
  fingers.set(
    pointerId,
    setTimeout(() => forgetFinger(pointerId), FORGOTTEN_MS),
  );
}

/** Nothing waits for this pointer any more: it has left, or it is a hand that rests. */
export function forgetFinger(pointerId: number): void {
  clearTimeout(fingers.get(pointerId));
  fingers.delete(pointerId);
  // The press itself comes with the pointer's end: what waits goes on behind it.
  setTimeout(() => {
    if (!fingerIsDown()) letWaitingGoOn();
  });
}

const lifted = (event: PointerEvent): void => forgetFinger(event.pointerId);

function allGone(): void {
  for (const pointerId of [...fingers.keys(), 0]) forgetFinger(pointerId);
}

function hidden(): void {
  if (document.visibilityState === 'hidden') allGone();
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
    allGone();
  };
}
