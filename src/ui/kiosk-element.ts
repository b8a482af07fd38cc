import { LitElement } from 'lit';
import { LocaleController } from '../i18n/index.ts';
import { fingerLifted } from './finger.ts';

/** An element of the kiosk: it renders when the language changes, and never under a finger. */
export abstract class KioskElement extends LitElement {
  readonly locale = new LocaleController(this);

  protected override async scheduleUpdate(): Promise<void> {
    await fingerLifted();
    super.scheduleUpdate();
  }
}
