import { ContextConsumer, createContext } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../../i18n/index.ts';
import { reset } from '../common/shared-styles.ts';
import { KioskElement } from './kiosk-element.ts';
import './button.ts';
import '../../i18n/kiosk-page-texts.ts';

/** What can be done about how the glass is set, by whoever has held their card to the reader. */
export interface OwnComfort {
  /** `none`: nobody has, or all is as usual; `kept`: their card sets every glass so; `failed`: it could not be noted. */
  readonly offer: 'none' | 'keep' | 'kept' | 'failed';
  /** The language their card asks for; null where it asks for none. */
  readonly language: string | null;
  /** Notes it, or forgets what was noted. */
  readonly press: () => void;
}

export const ownComfortContext = createContext<OwnComfort>('leling-own-comfort');

/** The next person stands there, as they say themselves: what the last one's card had set is as usual. */
export class NextPersonEvent extends Event {
  static readonly type = 'll-next-person';
  constructor() {
    super(NextPersonEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-next-person': NextPersonEvent;
  }
}

/**
 * 以后刷卡都这样: the glass as it is now, for each time the same card is held to a reader; and the way to take that back.
 * It takes no room where it offers nothing.
 */
@customElement('ll-own-comfort')
export class LlOwnComfort extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        display: flex;
      }
      ll-button {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  readonly #own = new ContextConsumer(this, { context: ownComfortContext, subscribe: true });

  protected override render() {
    const own = this.#own.value;
    this.hidden = own === undefined || own.offer === 'none';
    return own === undefined || own.offer === 'none'
      ? nothing
      : html`<ll-button kind="edge" @click=${own.press}>${t(`kioskPages.comfort.${own.offer}`)}</ll-button>`;
  }
}
