import '../../i18n/panel-texts.ts';
import '../../i18n/boot-texts.ts';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { markReady } from '../../app/ready.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { CARD, cardOn, diagonalByCard } from '../../ui/common/panel-fit.ts';
import { RemoteControl } from '../../ui/common/remote-control.ts';
import { applyScale, filledGlass, type Glass, type PanelSize } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { addressOf } from './address-of.ts';
import { distanceStep } from './distance-step.ts';
import { pageStyles } from './page-styles.ts';
import { panelPageStyles } from './panel-page-styles.ts';
import { clearStep, sizeStep } from './panel-steps.ts';
import { tellPanel } from './tell-panel.ts';

/** Panels that may be set, in inches: as the device's schema has it. */
const [LEAST, MOST] = [3, 120];
/** Staff who have gone away leave no glass at a question: it goes back to its face. */
const BACK_AFTER_MS = 5 * 60_000;

/**
 * How large this glass is: by a card held to an outline, or by its label; which way it hangs is seen from the window.
 * Then, at a kiosk, a sample at true size, and whether it can be read; on a television, how far away its last row sits.
 * What is found is the device's from then on.
 */
@customElement('ll-panel-page')
export class LlPanelPage extends LitElement {
  static override styles = [reset, pageStyles, panelPageStyles];

  @property({ attribute: false }) device!: RememberedDevice;
  /** How the face is come to. */
  @property({ attribute: false }) open = (address: string): void => location.replace(address);

  @state() private step: 'size' | 'last' = 'size';
  @state() private saving = false;
  /** The outline's width in CSS pixels; null shows the panel that is set. */
  @state() private cardPx: number | null = null;
  /** How far the last row sits; null where it is as it is set. */
  @state() private distanceMm: number | null = null;
  /** It could not be read: perhaps the outline was smaller than the card. */
  @state() private again = false;
  @state() private failed = false;
  #goingBack: ReturnType<typeof setTimeout> | undefined;
  #unscale: () => void = () => undefined;

  constructor() {
    super();
    new LocaleController(this);
    new RemoteControl(this, {
      scope: () => this.renderRoot.querySelector('.all'),
      back: () => this.#back(),
      always: () => this.#isScreen,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void setLocale(this.device.config.locale);
    this.#touched();
    window.addEventListener('pointerdown', this.#touched);
    window.addEventListener('keydown', this.#touched);
    window.addEventListener('resize', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#goingBack);
    window.removeEventListener('pointerdown', this.#touched);
    window.removeEventListener('keydown', this.#touched);
    window.removeEventListener('resize', this.#resized);
    this.#unscale();
  }

  protected override updated(changed: PropertyValues): void {
    // No style may stand in the markup.
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (card !== null) {
      card.style.width = `${this.#outlinePx}px`;
      card.style.height = `${(this.#outlinePx * CARD.heightMm) / CARD.widthMm}px`;
    }
    // At a kiosk somebody may listen; on a television a button has the focus.
    if (changed.has('step') && !this.#isScreen) this.renderRoot.querySelector('h1')?.focus();
    markReady();
  }

  override render(): TemplateResult {
    this.toggleAttribute('dark', this.#isScreen);
    return html`<div class="all">
      <main>${this.#now()}</main>
      <button class="language" lang=${otherLocale()} @click=${() => void setLocale(otherLocale())}>
        ${t('pairing.otherLanguage')}
      </button>
    </div>`;
  }

  #now(): TemplateResult {
    const { saving, failed } = this;
    const leave = this.#leave;
    if (this.step === 'size') {
      return sizeStep({
        kind: this.#isScreen ? 'screen' : 'kiosk',
        panel: this.#panel,
        again: this.again,
        grow: (by) => this.#become(this.#outlinePx * by),
        take: this.#take,
        fits: this.#fits,
        leave,
      });
    }
    return this.#isScreen
      ? distanceStep({
          panel: this.#panel,
          distanceMm: this.#farthestMm,
          saving,
          failed,
          take: this.#sits,
          back: () => this.#back(),
          save: () => void this.#save(),
          leave,
        })
      : clearStep({ saving, failed, unclear: this.#unclear, save: () => void this.#save(), leave });
  }

  get #isScreen(): boolean {
    return this.device.kind === 'screen';
  }

  get #outlinePx(): number {
    return this.cardPx ?? cardOn(this.device.config.panel.diagonalInches, glassSeen());
  }

  get #farthestMm(): number {
    return this.distanceMm ?? this.device.config.distanceMm;
  }

  get #panel(): PanelSize {
    const glass = glassSeen();
    return { diagonalInches: diagonalByCard(this.#outlinePx, glass), ...glass };
  }

  #become(cardPx: number): void {
    const glass = glassSeen();
    this.cardPx = Math.min(Math.max(cardPx, cardOn(MOST, glass)), cardOn(LEAST, glass));
  }

  /** On a television whoever knows its label is done with the card. */
  readonly #take = (inches: number): void => {
    this.#become(cardOn(inches, glassSeen()));
    if (this.#isScreen) this.#fits();
  };

  readonly #fits = (): void => {
    this.#scale();
    this.step = 'last';
  };

  readonly #sits = (distanceMm: number): void => {
    this.distanceMm = distanceMm;
    this.#scale();
  };

  /** What is to be looked at stands there as large as the face will have it. */
  #scale(): void {
    this.#unscale();
    this.#unscale = applyScale(this.#panel, this.#farthestMm, glassSeen);
  }

  readonly #unclear = (): void => {
    this.again = true;
    this.#back();
  };

  #back(): void {
    if (this.step === 'size') return this.#leave();
    this.failed = false;
    this.step = 'size';
  }

  async #save(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    const told = await tellPanel(this.device.id, {
      panel: this.#panel,
      ...(this.#isScreen ? { distanceMm: this.#farthestMm } : {}),
    });
    if (!this.isConnected) return;
    this.saving = false;
    this.failed = !told.ok;
    if (told.ok) this.#leave();
  }

  readonly #leave = (): void => this.open(addressOf(`/${this.device.kind}`, this.device.id));

  readonly #resized = (): void => this.requestUpdate();

  readonly #touched = (): void => {
    clearTimeout(this.#goingBack);
    this.#goingBack = setTimeout(this.#leave, BACK_AFTER_MS);
  };
}

/** Where the browser does not fill the glass, its window is all there is to measure. */
const glassSeen = (): Glass => filledGlass() ?? { widthPx: window.innerWidth, heightPx: window.innerHeight };

declare global {
  interface HTMLElementTagNameMap {
    'll-panel-page': LlPanelPage;
  }
}
