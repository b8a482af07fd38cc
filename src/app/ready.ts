import { afterPaint } from './after-paint.ts';

/**
 * Says that the first useful content of a face is on the glass: sets the User Timing mark `leling:ready` after the
 * frame that paints it. Further calls do nothing.
 */
export function markReady(): void {
  if (asked) return;
  asked = true;
  afterPaint(() => {
    performance.mark('leling:ready');
    for (const listener of waiting.splice(0)) listener();
  });
}

/** Runs something when the face is ready: what can wait belongs here. */
export function whenReady(then: () => void): void {
  if (performance.getEntriesByName('leling:ready').length > 0) then();
  else waiting.push(then);
}

let asked = false;
const waiting: (() => void)[] = [];
