import { LitElement } from 'lit';
import { LocaleController } from '../../i18n/index.ts';
import { fingerLifted } from './finger.ts';

/** What an element was asked to show is on the glass for the first time: an answer, not the wait for one. */
export class PaintedEvent extends Event {
  static readonly type = 'll-painted';
  constructor() {
    super(PaintedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-painted': PaintedEvent;
  }
}

/** An element of the kiosk: it renders when the language changes, and never under a finger. */
export abstract class KioskElement extends LitElement {
  readonly locale = new LocaleController(this);

  protected override async scheduleUpdate(): Promise<void> {
    await fingerLifted();
    super.scheduleUpdate();
  }
}
