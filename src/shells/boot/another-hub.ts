import '../../i18n/boot-texts.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { anotherHubAnswers } from '../../store/not-believed.ts';
import { takeFoot } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { bandStyles } from './band-styles.ts';
import type { FaceElement } from './face.ts';
import { pairAgainAddress } from './pair-again.ts';

/** A hub that is put back to its place within this time is nobody's business. */
const SAY_AFTER_MS = 3 * 60_000;
const LOOK_EVERY_MS = 5000;
/** OK on a remote control, and on a keyboard. */
const OK_KEY = 13;

/**
 * Says to staff that what answers here is another hub than this glass knows, where it may be that theirs was begun anew.
 * The glass goes on with what it has: only a person's press shows the code, since whoever holds the hub's address
 * could confirm it.
 */
@customElement('ll-another-hub')
export class LlAnotherHub extends LitElement {
  static override styles = [
    reset,
    bandStyles,
    css`
      :host {
        position: fixed;
        right: 0;
        bottom: 0;
        left: 0;
        z-index: 1;
      }
      .strip {
        height: calc(var(--u) * 20);
        padding: 0 calc(var(--u) * 12);
        text-align: center;
        word-break: keep-all;
      }
      .strip:active {
        filter: brightness(0.86);
      }
    `,
  ];

  @property({ attribute: false }) device!: RememberedDevice;
  @property({ attribute: false }) store!: LocalStore;
  /** How the page with the code is come to. */
  @property({ attribute: false }) open = (address: string): void => location.assign(address);

  readonly #measured = new ResizeObserver(([band]) => takeFoot(band?.target.clientHeight ?? 0));

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.device.kind === 'screen') window.addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#pressed);
    this.#measured.disconnect();
    takeFoot(0);
  }

  protected override firstUpdated(): void {
    const band = this.renderRoot.querySelector('.band');
    if (band !== null) this.#measured.observe(band);
  }

  override render(): TemplateResult {
    return this.device.kind === 'screen'
      ? html`<section class="band" role="status">
          <div>
            <p class="title">${t('pairing.otherHub.screen')}</p>
            <p>${t('pairing.otherHub.screenHow')}</p>
          </div>
        </section>`
      : html`<button class="strip" @click=${this.#showCode}>${t('pairing.otherHub.kiosk')}</button>`;
  }

  readonly #pressed = ({ keyCode }: KeyboardEvent): void => {
    if (keyCode === OK_KEY) this.#showCode();
  };

  readonly #showCode = (): void => {
    const { id, kind } = this.device;
    const waiting = this.store.status().outbox;
    if (kind !== 'console') this.open(pairAgainAddress({ id, kind, waiting }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'll-another-hub': LlAnotherHub;
  }
}

/** Looks again and again whether it is to be said. Whoever is using a kiosk is let finish; under an emergency it stays away. */
export function watchForAnotherHub(
  store: LocalStore,
  device: RememberedDevice,
  shell: FaceElement,
  { sayAfterMs = SAY_AFTER_MS, lookEveryMs = LOOK_EVERY_MS } = {},
): () => void {
  const band = new LlAnotherHub();
  band.store = store;
  band.device = device;
  let sinceMs: number | null = null;
  const look = (): void => {
    const isSo = store.status().link === 'away' && anotherHubAnswers();
    sinceMs = isSo ? (sinceMs ?? performance.now()) : null;
    const isLong = sinceMs !== null && performance.now() - sinceMs >= sayAfterMs;
    const isUsed = device.kind === 'kiosk' && (shell.busy?.() === true || shell.alarmed?.() === true);
    if (!isLong || isUsed) band.remove();
    else if (!band.isConnected) document.body.append(band);
  };
  const timer = setInterval(look, lookEveryMs);
  return () => {
    clearInterval(timer);
    band.remove();
  };
}
