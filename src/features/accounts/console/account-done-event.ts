/** The hub has done something about an account that it would tell of now. */
export class AccountDoneEvent extends Event {
  constructor() {
    super('ll-account-done', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-account-done': AccountDoneEvent;
  }
}
