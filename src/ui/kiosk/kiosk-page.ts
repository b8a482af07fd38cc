import { KioskElement } from './kiosk-element.ts';

/** The page shows something else than before: taps rest, and the idle policy asks anew whether it is personal. */
export class StepEvent extends Event {
  static readonly type = 'll-step';
  constructor() {
    super(StepEvent.type, { bubbles: true, composed: true });
  }
}

/** The person is done here: home, and everything about them is gone. */
export class LeaveEvent extends Event {
  static readonly type = 'll-leave';
  constructor() {
    super(LeaveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-step': StepEvent;
    'll-leave': LeaveEvent;
  }
}

/**
 * A page of the kiosk. It keeps its own steps, in memory only: no address, no history, so that what is personal is
 * gone with the element.
 */
export abstract class KioskPage extends KioskElement {
  /** Goes back one step inside the page; false when there is none and 返回 means home. */
  back(): boolean {
    return false;
  }

  /** Whether what is shown now is about one person: it goes sooner, and at 我好了. */
  get personal(): boolean {
    return false;
  }

  /** Tells the face that another step is shown. */
  protected stepped(): void {
    this.dispatchEvent(new StepEvent());
  }

  protected leave(): void {
    this.dispatchEvent(new LeaveEvent());
  }
}
