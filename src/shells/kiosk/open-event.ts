import type { Where } from './kiosk-pages.ts';

/** Somebody wants to go to a page. */
export class OpenEvent extends Event {
  static readonly type = 'll-open';
  constructor(readonly to: Where) {
    super(OpenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-open': OpenEvent;
  }
}
