import '../../i18n/panel-texts.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { RemoteControl } from '../../ui/common/remote-control.ts';
import { isArrowKey, isBackKey, OK_KEY } from '../../ui/common/remote-keys.ts';
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
      :host {
        z-index: 2;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        margin: calc(var(--am) * -5);
      }
      button {
        margin: calc(var(--am) * 5);
        padding: calc(var(--am) * 6) calc(var(--am) * 14);
        border: 2px solid var(--ink);
        border-radius: calc(var(--am) * 10);
        background: var(--card);
        color: var(--ink);
        font-family: inherit;
        font-size: var(--board-least);
        font-weight: 700;
        line-height: 1.35;
      }
      .asks {
        flex-wrap: wrap;
        justify-content: space-between;
      }
      .asks .title {
        margin-right: calc(var(--am) * 20);
      }
      .asks .row {
        flex: none;
        margin-left: auto;
      }
      button:focus {
        outline: calc(var(--am) * 4) solid var(--ink);
        outline-offset: calc(var(--am) * 1.5);
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

  constructor() {
    super();
    new LocaleController(this);
    new RemoteControl(this, {
      scope: () => this.renderRoot.querySelector('.row'),
      back: () => this.close(),
      always: () => true,
    });
  }

  override render(): TemplateResult {
    return this.asks ? this.#question() : this.#choices();
  }

  /** As low as it can be: it has come by itself, and the hall goes on reading above it. */
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
  const under = (): HTMLElement | null => document.querySelector('ll-another-hub, ll-signed-out');
  const close = (): void => {
    menu?.remove();
    menu = null;
    under()?.style.removeProperty('visibility');
  };
  const isTaken = (): boolean => shell.alarmed?.() === true || shell.busy?.() === true;
  const open = (asks: boolean): void => {
    menu = new LlRemoteMenu();
    menu.device = device;
    menu.canMeasure = canMeasure();
    menu.asks = asks;
    menu.close = close;
    // What else stands at the foot would look out above it.
    under()?.style.setProperty('visibility', 'hidden');
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
      const isSaid = menu.asks && !isGuessed();
      if (!isTaken() && !isOver && !isSaid) return;
      // What an emergency took away is asked once more.
      hasAsked ||= isOver;
      return close();
    }
    if (hasAsked || !isGuessed() || !canMeasure() || isTaken() || isDark() || under() !== null) return;
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

/** In its quiet hours nothing lights the room. */
const isDark = (): boolean => document.documentElement.dataset['showing']?.startsWith('dark') === true;

declare global {
  interface HTMLElementTagNameMap {
    'll-remote-menu': LlRemoteMenu;
  }
}
