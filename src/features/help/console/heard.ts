import type { Mid } from '../../../kernel/ids.ts';

/**
 * Says of each call, once, that this console has it: when it is painted where somebody can see it, or has rung or come
 * up on the desktop. A hidden page paints nothing until it is looked at.
 */
export class Heard {
  readonly #said = new Set<Mid>();
  #painting = false;

  constructor(private readonly say: (callId: Mid) => void) {}

  /** The page has just rendered these. */
  rendered(calls: () => readonly Mid[]): void {
    if (this.#painting || calls().every((one) => this.#said.has(one))) return;
    this.#painting = true;
    requestAnimationFrame(() => {
      // The frame's own paint follows its callbacks; a task after it runs when that paint is done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        this.#painting = false;
        if (document.visibilityState === 'visible') this.came(calls());
      };
      port2.postMessage(null);
    });
  }

  /** These have come to somebody's ears or eyes. */
  came(calls: readonly Mid[]): void {
    for (const callId of calls) {
      if (this.#said.has(callId)) continue;
      this.#said.add(callId);
      this.say(callId);
    }
  }
}
