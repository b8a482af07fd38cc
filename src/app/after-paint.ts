/** Runs something once the next frame is on the glass; a hidden page gets none, and runs nothing. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    // The frame's own paint follows its callbacks; a task after it runs when that paint is done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(null);
  });
}
