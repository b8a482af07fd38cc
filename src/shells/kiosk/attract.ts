import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Ticker } from '../../app/ticker.ts';
import { t } from '../../i18n/index.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import '../../features/menus/kiosk/kiosk-meal-card.ts';
import '../../features/help/kiosk/kiosk-open-call.ts';
import '../../features/notices/kiosk/kiosk-notice-line.ts';
import '../../i18n/kiosk-page-texts.ts';
import './kiosk-date.ts';

/** Where it stands, in the kiosk's unit, minute by minute: the same lines always would burn into the panel. */
const PLACES = [
  [0, 0],
  [3, 2],
  [0, 4],
  [-3, 2],
] as const;

/**
 * Over home while nobody is there: the hour, what the house has to say and what there is to eat, large enough for whoever
 * passes by, and that the glass wants to be touched. Nothing in it moves but the hand, slowly.
 */
@customElement('ll-attract')
export class LlAttract extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        position: absolute;
        top: 0;
        right: 0;
        /* The bar stays in sight and in use: help is always at the same place. */
        bottom: calc(var(--u) * 49);
        left: 0;
        z-index: 2;
        padding: calc(var(--u) * 24) calc(var(--u) * 24) calc(var(--u) * 6);
        background: var(--paper);
        --text: calc(var(--u) * 13 * var(--larger));
        --text-small: calc(var(--u) * 11 * var(--larger));
        --text-large: calc(var(--u) * 17 * var(--larger));
        --text-title: calc(var(--u) * 20 * var(--larger));
      }
      section {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      ll-kiosk-meal-card {
        flex: 1;
        min-height: 0;
        margin: calc(var(--u) * 8) 0;
      }
      /* It is read here; the first touch wakes, and presses nothing. */
      ll-kiosk-notice-line {
        flex: none;
        pointer-events: none;
        --notice-lines: 2;
      }
      .touch {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: center;
        padding: calc(var(--u) * 8);
        background: var(--cinnabar);
        border-radius: var(--radius);
        color: var(--white);
        font-size: calc(var(--u) * 24);
        font-weight: 900;
        line-height: 1.2;
      }
      svg {
        flex: none;
        width: calc(var(--u) * 32);
        height: calc(var(--u) * 32);
        margin-right: calc(var(--u) * 10);
        animation: beckon 3s ease-in-out infinite;
      }
      @media (orientation: landscape) {
        .touch {
          padding: calc(var(--u) * 3);
          font-size: calc(var(--u) * 18);
        }
        svg {
          width: calc(var(--u) * 22);
          height: calc(var(--u) * 22);
        }
        ll-kiosk-meal-card {
          margin: calc(var(--u) * 4) 0;
        }
      }
      @keyframes beckon {
        50% {
          transform: translateY(calc(var(--u) * 2));
        }
      }
      @media (prefers-reduced-motion: reduce) {
        svg {
          animation: none;
        }
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  #moves = 0;
  #minute: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // All of it stands on home, which is there for those who listen.
    this.setAttribute('aria-hidden', 'true');
  }

  protected override updated(): void {
    const minute = Math.floor((this.#ticker.time.nowMs ?? 0) / 60_000);
    if (minute === this.#minute) return;
    this.#minute = minute;
    const [across, down] = PLACES[this.#moves % PLACES.length] ?? [0, 0];
    this.#moves += 1;
    const section = this.renderRoot.querySelector('section');
    if (section !== null)
      section.style.transform = `translate(calc(var(--u) * ${across}), calc(var(--u) * ${down}))`;
  }

  protected override render() {
    return html`<section>
      <ll-kiosk-date></ll-kiosk-date>
      <ll-kiosk-open-call></ll-kiosk-open-call>
      <ll-kiosk-notice-line inert></ll-kiosk-notice-line>
      <ll-kiosk-meal-card></ll-kiosk-meal-card>
      <p class="touch">${hand}<span>${t('kioskPages.attract.touch')}</span></p>
    </section>`;
  }
}

/** A hand whose first finger is on the glass. */
const hand = svg`<svg viewBox="0 0 88 88" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="5"
  stroke-linecap="round" stroke-linejoin="round"><path d="M34 50V22a6 6 0 0 1 12 0v20l20 6c5 2 8 5 7 11l-3 17H40L24 58c-3-4 3-10 7-7z"/><path d="M24 24a16 16 0 0 1 32 0" /></svg>`;
