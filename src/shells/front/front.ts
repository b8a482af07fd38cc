import { html, LitElement, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type RememberedDevice, rememberedDevices } from '../../app/remembered-devices.ts';
import { LocaleController, otherLocale, setLocale, t, type TKey } from '../../i18n/index.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { addressOf } from '../boot/address-of.ts';
import { kioskIcon, screenIcon, staffIcon } from './face-icons.ts';
import { faceCardStyles } from './face-card-styles.ts';
import { frontStyles } from './front-styles.ts';

interface FaceCard {
  readonly path: string;
  readonly icon: SVGTemplateResult;
  readonly name: TKey;
  readonly what: TKey;
}

const faces: readonly FaceCard[] = [
  { path: '/kiosk', icon: kioskIcon, name: 'front.kiosk.name', what: 'front.kiosk.what' },
  { path: '/screen', icon: screenIcon, name: 'front.screen.name', what: 'front.screen.what' },
  { path: '/staff', icon: staffIcon, name: 'front.staff.name', what: 'front.staff.what' },
];

const pathOf = { kiosk: '/kiosk', screen: '/screen', console: '/staff' } as const;

/** What this is, and the way to its three faces. */
@customElement('ll-front')
export class LlFront extends LitElement {
  static override styles = [reset, frontStyles, faceCardStyles];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const devices = rememberedDevices();
    return html`
      <main>
        <header>
          <img src="/icons/leling.svg" alt="" />
          <div>
            <h1>${t('front.title')}</h1>
            <p class="tagline">${t('front.tagline')}</p>
          </div>
        </header>
        <nav class="faces" aria-label=${t('front.faces')}>${faces.map((face) => this.#card(face))}</nav>
        ${devices.length === 0 ? nothing : this.#here(devices)}
      </main>
      <footer>
        <a href="/self-check">${t('front.selfCheck')}</a>
        <button lang=${otherLocale()} @click=${() => void setLocale(otherLocale())}>
          ${t('front.otherLanguage')}
        </button>
      </footer>
    `;
  }

  #card({ path, icon, name, what }: FaceCard): TemplateResult {
    return html`<a class="face" href=${path}>
      ${icon}
      <h2>${t(name)}</h2>
      <p>${t(what)}</p>
    </a>`;
  }

  #here(devices: readonly RememberedDevice[]): TemplateResult {
    return html`<section class="here">
      <h2>${t('front.here')}</h2>
      <ul>
        ${devices.map(
          ({ id, kind, config }) =>
            html`<li>
              <a href=${addressOf(pathOf[kind], id)}>
                ${config.name}<small>${config.place === config.name ? nothing : config.place}</small>
              </a>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-front': LlFront;
  }
}
