import '../../i18n/boot-texts.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { anotherHubAnswers } from '../../store/not-believed.ts';
import { OK_KEY } from '../../ui/common/remote-keys.ts';
import { isWide } from '../../ui/board/board-styles.ts';
import { glassInPixels, takeFoot } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { bandStyles } from './band-styles.ts';
import type { FaceElement } from './face.ts';
import { pairAgainAddress } from './pair-again.ts';

/** A cable that is put back at once is nobody's business; a glass that is another hub's now says so within the minute. */
const SAY_AFTER_MS = 40_000;
const LOOK_EVERY_MS = 5000;
/** No elder who tries what that yellow thing is holds a finger on it for so long, or presses a key so often. */
const HOLD_MS = 3000;
const PRESSES = 3;
/** Presses that are further apart than this are not meant together. */
const TOGETHER_MS = 3000;

/**
 * Says to staff that what answers here is another hub than this glass knows, where it may be that theirs was begun anew.
 * The glass goes on with what it has: only a person's finger, held there, or OK pressed three times shows the code,
 * since whoever holds the hub's address could confirm it.
 */
@customElement('ll-another-hub')
export class LlAnotherHub extends LitElement {
  static override styles = [
    reset,
    bandStyles,
    css`
      .strip {
        height: calc(var(--u) * 20);
        padding: 0 calc(var(--u) * 12);
        position: relative;
        text-align: center;
        word-break: keep-all;
        touch-action: none;
        user-select: none;
      }
      /* How much of the time it has been held. */
      .strip::before {
        content: '';
        position: absolute;
        top: 0;
        bottom: 0;
        left: 0;
        width: 100%;
        background: var(--ink);
        opacity: 0.24;
        transform: scaleX(0);
        transform-origin: left;
      }
      .strip.held::before {
        transform: none;
        transition: transform ${HOLD_MS}ms linear;
      }
    `,
  ];

  @property({ attribute: false }) device!: RememberedDevice;
  @property({ attribute: false }) store!: LocalStore;
  /** How the page with the code is come to. */
  @property({ attribute: false }) open = (address: string): void => location.assign(address);

  @state() private held = false;
  /** How often OK has been pressed. */
  @state() private presses = 0;

  #timer: ReturnType<typeof setTimeout> | undefined;
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
    this.#letGo();
    this.#measured.disconnect();
    takeFoot(0);
  }

  protected override firstUpdated(): void {
    const band = this.renderRoot.querySelector('.band');
    if (band !== null) this.#measured.observe(band);
  }

  override render(): TemplateResult {
    const more =
      this.presses === 0 ? null : t('pairing.otherHub.screenMore', { count: PRESSES - this.presses });
    const narrow = !isWide(glassInPixels());
    return this.device.kind === 'screen'
      ? html`<section class="band" role="status">
          <div>
            ${
              narrow
                ? html`<p class="title">${more ?? t('pairing.otherHub.screenBrief')}</p>`
                : html`<p class="title">${t('pairing.otherHub.screen')}</p>
                    <p>${more ?? t('pairing.otherHub.screenHow')}</p>`
            }
          </div>
        </section>`
      : html`<button
          class="strip ${this.held ? 'held' : ''}"
          @pointerdown=${this.#hold}
          @pointerup=${this.#letGo}
          @pointercancel=${this.#letGo}
          @pointerleave=${this.#letGo}
          @contextmenu=${prevent}
        >
          ${t('pairing.otherHub.kiosk')}
        </button>`;
  }

  readonly #hold = ({ isPrimary, button }: PointerEvent): void => {
    if (!isPrimary || button !== 0) return;
    this.held = true;
    this.#in(HOLD_MS, () => this.#showCode());
  };

  readonly #letGo = (): void => {
    clearTimeout(this.#timer);
    this.held = false;
    this.presses = 0;
  };

  /** A key that is held down says itself again and again: that is one press. */
  readonly #pressed = ({ keyCode, repeat }: KeyboardEvent): void => {
    if (repeat) return;
    if (keyCode !== OK_KEY) return this.#letGo();
    this.presses += 1;
    if (this.presses < PRESSES) this.#in(TOGETHER_MS, this.#letGo);
    else this.#showCode();
  };

  #in(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }

  #showCode(): void {
    this.#letGo();
    const { id, kind } = this.device;
    const waiting = this.store.status().outbox;
    if (kind !== 'console') this.open(pairAgainAddress({ id, kind, waiting }));
  }
}

/** A finger that rests asks a browser for its menu, which would end the holding. */
const prevent = (event: Event): void => event.preventDefault();

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
  let band: LlAnotherHub | null = null;
  const away = (): void => {
    band?.remove();
    band = null;
  };
  // Anew each time: it takes its place from the face when it is first shown, and gives it back when it goes.
  const say = (): void => {
    band = new LlAnotherHub();
    band.store = store;
    band.device = device;
    document.body.append(band);
  };
  let sinceMs: number | null = null;
  const look = (): void => {
    const isSo = store.status().link === 'away' && anotherHubAnswers();
    sinceMs = isSo ? (sinceMs ?? performance.now()) : null;
    const isLong = sinceMs !== null && performance.now() - sinceMs >= sayAfterMs;
    const isUsed = device.kind === 'kiosk' && (shell.busy?.() === true || shell.alarmed?.() === true);
    if (!isLong || isUsed) away();
    else if (band === null) say();
  };
  const timer = setInterval(look, lookEveryMs);
  return () => {
    clearInterval(timer);
    away();
  };
}
