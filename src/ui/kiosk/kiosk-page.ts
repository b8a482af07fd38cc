import { KioskElement } from './kiosk-element.ts';

/** The page shows something else than before: taps rest, and the idle policy asks anew whether it is personal. */
export class StepEvent extends Event {
  static readonly type = 'll-step';
  /** @param turned - only another sheet of the same list */
  constructor(readonly turned = false) {
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

/** So many frames a page's parts may take to draw themselves. */
const A_WHILE = 60;

/**
 * A page of the kiosk. It keeps its own steps, in memory only: no address, no history, so that what is personal is
 * gone with the element.
 */
export abstract class KioskPage extends KioskElement {
  #unheard = false;
  #heard: HTMLElement | null = null;
  #heading = '';
  #frames = 0;

  constructor() {
    super();
    this.addController({ hostUpdated: () => this.#listen() });
    this.addEventListener('ll-step', ({ turned }: StepEvent) => {
      if (!turned) this.announce();
    });
  }

  /** Goes back one step inside the page; false when there is none and 返回 means home. */
  back(): boolean {
    return false;
  }

  /** What opened this page is pressed once more while it is shown. */
  again(): void {}

  /** Whether what is shown now is about one person: it goes sooner, and at 我好了. */
  get personal(): boolean {
    return false;
  }

  /** Whether another page, or 还在看吗？, stands over it: it waits as it is, and what is typed is not for it. */
  get covered(): boolean {
    return this.closest('[inert]') !== null;
  }

  /** It is what is shown now: its heading takes the focus, as soon as there is one, and so is heard. */
  announce(): void {
    this.#unheard = true;
    this.requestUpdate();
  }

  /** Tells the face that another step is shown. */
  protected stepped(): void {
    this.dispatchEvent(new StepEvent());
  }

  protected leave(): void {
    this.dispatchEvent(new LeaveEvent());
  }

  /** The heading was drawn anew, and the focus went with it. */
  get #lost(): boolean {
    return this.#heard?.isConnected === false && document.activeElement === document.body;
  }

  #listen(): void {
    if (!this.#unheard && !this.#lost) return;
    if (this.#frames === 0) requestAnimationFrame(this.#hear);
    this.#frames = A_WHILE;
  }

  /** After each frame's renderings: what a page is made of draws itself behind it. */
  readonly #hear = (): void => {
    this.#frames = this.isConnected && !this.covered ? this.#frames - 1 : 0;
    if (this.#frames === 0) return;
    requestAnimationFrame(this.#hear);
    const heading = this.#unheard || this.#lost ? headingIn(this.renderRoot) : null;
    if (heading === null) return;
    this.#unheard = false;
    const words = heading.textContent ?? '';
    // The same question still, as after a wrong digit: the keyboard stays where it is.
    if (words === this.#heading && this.shadowRoot?.activeElement) return;
    this.#heading = words;
    this.#heard = heading;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
}

/** A page's heading that is shown, wherever among its parts it stands. */
function headingIn(root: ParentNode): HTMLElement | null {
  for (const own of root.querySelectorAll('h1')) if (own.getClientRects().length > 0) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const heading = shadowRoot === null ? null : headingIn(shadowRoot);
    if (heading !== null) return heading;
  }
  return null;
}
