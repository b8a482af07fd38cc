/**
 * Says that the first useful content of a face is on the glass: sets the User Timing mark `leling:ready` after the
 * frame that paints it. Further calls do nothing.
 */
export function markReady(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    // The frame's own paint follows its callbacks; a task after it runs when that paint is done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      performance.mark('leling:ready');
      for (const listener of waiting.splice(0)) listener();
    };
    port2.postMessage(null);
  });
}

/** Runs something when the face is ready: what can wait belongs here. */
export function whenReady(then: () => void): void {
  if (performance.getEntriesByName('leling:ready').length > 0) then();
  else waiting.push(then);
}

let asked = false;
const waiting: (() => void)[] = [];
