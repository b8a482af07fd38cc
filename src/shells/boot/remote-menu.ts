import '../../i18n/panel-texts.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { RemoteControl } from '../../ui/common/remote-control.ts';
import { isArrowKey, isBackKey, OK_KEY } from '../../ui/common/remote-keys.ts';
import { takeFoot } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { addressOf } from './address-of.ts';
import { bandStyles } from './band-styles.ts';
import type { FaceElement } from './face.ts';
import { panelAddress } from './tell-panel.ts';

/** Staff who have gone away leave nothing over what people read. */
const GOES_AFTER_MS = 30_000;
const LOOK_EVERY_MS = 250;
/** A glass that nobody has measured asks for so long after each start: whoever has just switched it on stands before it. */
const ASKS_FOR_MS = 60_000;

/** What staff with a television's remote control can do at its glass: measure it anew, see how it is, or leave it be. */
@customElement('ll-remote-menu')
export class LlRemoteMenu extends LitElement {
  static override styles = [
    reset,
    bandStyles,
    css`
      /* Read by whoever has the remote in hand, not from the last row: the smaller it is, the more the hall keeps. */
      :host {
        z-index: 2;
        --near: min(var(--board-least), 4.7vmin);
      }
      .band {
        padding-top: calc(var(--near) * 0.35);
      }
      .band p {
        font-size: var(--near);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        margin: calc(var(--near) * -0.15);
      }
      button {
        margin: calc(var(--near) * 0.15);
        padding: calc(var(--near) * 0.1) calc(var(--near) * 0.5);
        border: 2px solid var(--ink);
        border-radius: calc(var(--near) * 0.35);
        background: var(--card);
        color: var(--ink);
        font-family: inherit;
        font-size: var(--near);
        font-weight: 700;
        line-height: 1.35;
      }
      .asks {
        flex-wrap: wrap;
        justify-content: space-between;
      }
      .asks .title {
        margin-right: calc(var(--near) * 0.7);
      }
      .asks .row {
        flex: none;
        margin-left: auto;
      }
      button:focus {
        outline: calc(var(--near) * 0.12) solid var(--ink);
        outline-offset: calc(var(--near) * 0.04);
      }
    `,
  ];

  @property({ attribute: false }) device!: RememberedDevice;
  /** Whether what is measured could be told to the hub now. */
  @property({ attribute: false }) canMeasure = true;
  /** It has come by itself: nobody has said how large the panel is. */
  @property({ attribute: false }) asks = false;
  @property({ attribute: false }) open = (address: string): void => location.assign(address);
  @property({ attribute: false }) close = (): void => this.remove();

  readonly #measured = new ResizeObserver(([band]) => takeFoot(band?.target.clientHeight ?? 0));

  constructor() {
    super();
    new LocaleController(this);
    new RemoteControl(this, {
      scope: () => this.renderRoot.querySelector('.row'),
      back: () => this.close(),
      always: () => true,
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measured.disconnect();
    // What has come to the foot meanwhile has taken its own room.
    if (this.asks && otherBand() === null) takeFoot(0);
  }

  /** Nobody has asked for the question: the board stands whole above it. */
  protected override firstUpdated(): void {
    const band = this.renderRoot.querySelector('.band');
    if (this.asks && band !== null) this.#measured.observe(band);
  }

  override render(): TemplateResult {
    return this.asks ? this.#question() : this.#choices();
  }

  /** As low as it can be: the hall goes on reading above it. */
  #question(): TemplateResult {
    const { id, kind } = this.device;
    return html`<section class="band asks" aria-label=${t('panel.line.guessed')}>
      <p class="title">${t('panel.line.guessed')}</p>
      <div class="row">
        <button @click=${() => this.close()}>${t('panel.remote.close')}</button>
        <button autofocus @click=${() => this.open(panelAddress(kind, id))}>
          ${t('panel.remote.measureNow')}
        </button>
      </div>
    </section>`;
  }

  #choices(): TemplateResult {
    const { id, kind, config } = this.device;
    return html`<section class="band" aria-label=${t('panel.remote.title', { name: config.name })}>
      <p class="title">${t('panel.remote.title', { name: config.name })}</p>
      <div class="row">
        <button autofocus @click=${() => this.close()}>${t('panel.remote.close')}</button>
        ${
          this.canMeasure
            ? html`<button @click=${() => this.open(panelAddress(kind, id))}>
                ${t('panel.remote.measure')}
              </button>`
            : nothing
        }
        <button @click=${() => this.open(addressOf('/self-check', id))}>
          ${t('panel.remote.selfCheck')}
        </button>
      </div>
    </section>`;
  }
}

interface Watched {
  readonly canMeasure: () => boolean;
  /** Nobody has said how large the panel is, and how far its last row sits. */
  readonly isGuessed: () => boolean;
  readonly device: RememberedDevice;
  readonly shell: FaceElement;
}

interface Patience {
  readonly goesAfterMs?: number | undefined;
  readonly asksForMs?: number | undefined;
}

/**
 * Shows that menu on a screen at the first arrow or OK of a remote control. Not over an emergency, nor over an exercise,
 * whose keys are its own; it goes by itself, so that whoever pressed in passing keeps nothing from the hall. On a glass
 * that nobody has measured it comes by itself, once after each start, and any key leads out of it.
 */
export function watchRemote(
  { canMeasure, isGuessed, device, shell }: Watched,
  { goesAfterMs = GOES_AFTER_MS, asksForMs = ASKS_FOR_MS }: Patience = {},
): () => void {
  let menu: LlRemoteMenu | null = null;
  let goesAtMs = 0;
  let hasAsked = false;
  const close = (): void => {
    menu?.remove();
    menu = null;
    otherBand()?.style.removeProperty('visibility');
  };
  const isTaken = (): boolean => shell.alarmed?.() === true || shell.busy?.() === true;
  const open = (asks: boolean): void => {
    menu = new LlRemoteMenu();
    menu.device = device;
    menu.canMeasure = canMeasure();
    menu.asks = asks;
    menu.close = close;
    // What else stands at the foot would look out above it.
    otherBand()?.style.setProperty('visibility', 'hidden');
    document.body.append(menu);
  };
  const pressed = (event: KeyboardEvent): void => {
    goesAtMs = performance.now() + goesAfterMs;
    const { keyCode, defaultPrevented, repeat } = event;
    hasAsked ||= menu !== null;
    if (menu?.asks === true && !isArrowKey(keyCode) && keyCode !== OK_KEY && !isBackKey(keyCode)) close();
    // Three presses of OK are asked for where another hub answers.
    const isOk = keyCode === OK_KEY && document.querySelector('ll-another-hub') === null;
    if (menu !== null || defaultPrevented || repeat || isTaken() || !(isOk || isArrowKey(keyCode))) return;
    // Or the browser would press what has the focus by then.
    event.preventDefault();
    hasAsked = true;
    open(false);
  };
  const look = (): void => {
    if (menu !== null) {
      const isOver = performance.now() > goesAtMs;
      const isSaid = menu.asks && (!isGuessed() || otherBand() !== null);
      if (!isTaken() && !isOver && !isSaid) return;
      // What an emergency took away is asked once more.
      hasAsked ||= isOver;
      return close();
    }
    if (hasAsked || !isGuessed() || !canMeasure() || isTaken() || isDark() || otherBand() !== null) return;
    goesAtMs = performance.now() + asksForMs;
    open(true);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  window.addEventListener('keydown', pressed);
  return () => {
    clearInterval(timer);
    window.removeEventListener('keydown', pressed);
    close();
  };
}

/** What else stands at the foot of a glass, and has its room there. */
const otherBand = (): HTMLElement | null => document.querySelector('ll-another-hub, ll-signed-out');

/** In its quiet hours nothing lights the room. */
const isDark = (): boolean => document.documentElement.dataset['showing']?.startsWith('dark') === true;

declare global {
  interface HTMLElementTagNameMap {
    'll-remote-menu': LlRemoteMenu;
  }
}
