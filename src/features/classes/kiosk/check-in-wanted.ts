import type { SessionId } from '../../../kernel/ids.ts';

/** Somebody wants to sign in: for a session, or, with null, for one that they are to be asked. */
export class CheckInWantedEvent extends Event {
  static readonly type = 'll-check-in-wanted';
  constructor(readonly sessionId: SessionId | null) {
    super(CheckInWantedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-check-in-wanted': CheckInWantedEvent;
  }
}
