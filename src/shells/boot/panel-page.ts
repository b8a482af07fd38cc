import '../../i18n/panel-texts.ts';
import '../../i18n/boot-texts.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { markReady } from '../../app/ready.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { CARD, cardOn, diagonalByCard, isTooSmall } from '../../ui/common/panel-fit.ts';
import { applyScale, filledGlass, type Glass, type PanelSize } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { addressOf } from './address-of.ts';
import { pageStyles } from './page-styles.ts';
import { panelPageStyles } from './panel-page-styles.ts';
import { tellPanel } from './tell-panel.ts';

/** The panels that are sold most, in inches. */
const KNOWN = [10.1, 15.6, 21.5, 27, 32, 43, 55] as const;
/** What a press changes the outline by: to come near, and to fit. */
const COARSE = 1.08;
const FINE = 1.01;
/** Panels that may be set, in inches: as the device's schema has it. */
const [LEAST, MOST] = [3, 120];
/** Staff who have gone away leave no glass at a question: it goes back to its face. */
const BACK_AFTER_MS = 5 * 60_000;

/**
 * How large this glass is: by a card held to an outline, or by its label; which way it hangs is seen from the window.
 * Then a sample at true size, and whether it can be read. What is found is the device's from then on.
 */
@customElement('ll-panel-page')
export class LlPanelPage extends LitElement {
  static override styles = [reset, pageStyles, panelPageStyles];

  @property({ attribute: false }) device!: RememberedDevice;
  /** How the face is come to. */
  @property({ attribute: false }) open = (address: string): void => location.replace(address);

  @state() private step: 'size' | 'clear' | 'saving' = 'size';
  /** The outline's width in CSS pixels; null shows the panel that is set. */
  @state() private cardPx: number | null = null;
  /** It could not be read: perhaps the outline was smaller than the card. */
  @state() private again = false;
  @state() private failed = false;
  #goingBack: ReturnType<typeof setTimeout> | undefined;
  #unscale: () => void = () => undefined;

  constructor() {
    super();
    new LocaleController(this);
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
    if (changed.has('step')) this.renderRoot.querySelector('h1')?.focus();
    markReady();
  }

  override render(): TemplateResult {
    return html`<main>${this.step === 'size' ? this.#size() : this.#clear()}</main>
      <button class="language" lang=${otherLocale()} @click=${() => void setLocale(otherLocale())}>
        ${t('pairing.otherLanguage')}
      </button>`;
  }

  #size(): TemplateResult {
    const { diagonalInches, widthPx, heightPx } = this.#panel;
    const way = t(widthPx > heightPx ? 'panel.way.landscape' : 'panel.way.portrait');
    const steps = [
      [1 / COARSE, 'panel.muchSmaller'],
      [1 / FINE, 'panel.smaller'],
      [FINE, 'panel.larger'],
      [COARSE, 'panel.muchLarger'],
    ] as const;
    return html`<h1 tabindex="-1">${t('panel.title')}</h1>
      <p>${t(this.again ? 'panel.again' : 'panel.how')}</p>
      <div class="card">${t('panel.card')}</div>
      <p class="found" role="status">${t('panel.found', { inches: diagonalInches, way })}</p>
      ${isTooSmall(this.#panel) ? html`<p class="small" role="status">${t('panel.small')}</p>` : nothing}
      <div class="row">
        ${steps.map(
          ([by, name]) =>
            html`<button class="quiet-button" @click=${() => this.#become(this.#outlinePx * by)}>
              ${t(name)}
            </button>`,
        )}
      </div>
      <p>${t('panel.known')}</p>
      <div class="row known">
        ${KNOWN.map(
          (inches) =>
            html`<button @click=${() => this.#become(cardOn(inches, glassSeen()))}>
              ${t('panel.inches', { inches })}
            </button>`,
        )}
      </div>
      <div class="row">
        <button class="quiet-button" @click=${this.#leave}>${t('panel.later')}</button>
        <button @click=${this.#fits}>${t('panel.fits')}</button>
      </div>`;
  }

  #clear(): TemplateResult {
    const saving = this.step === 'saving';
    return html`<h1 tabindex="-1">${t('panel.clear')}</h1>
      <p>${t('panel.clearHow')}</p>
      <div class="sample">
        <p>${t('panel.sample')}</p>
        <p>${t('panel.sampleSmall')}</p>
      </div>
      <p role="status">${saving ? t('panel.saving') : this.failed ? t('panel.failed') : nothing}</p>
      <div class="row">
        <button class="quiet-button" ?disabled=${saving} @click=${this.#unclear}>${t('panel.no')}</button>
        <button ?disabled=${saving} @click=${this.#save}>${t('panel.yes')}</button>
      </div>
      ${
        this.failed
          ? html`<div class="row">
              <button class="quiet-button" @click=${this.#leave}>${t('panel.later')}</button>
            </div>`
          : nothing
      }`;
  }

  get #outlinePx(): number {
    return this.cardPx ?? cardOn(this.device.config.panel.diagonalInches, glassSeen());
  }

  get #panel(): PanelSize {
    const glass = glassSeen();
    return { diagonalInches: diagonalByCard(this.#outlinePx, glass), ...glass };
  }

  #become(cardPx: number): void {
    const glass = glassSeen();
    this.cardPx = Math.min(Math.max(cardPx, cardOn(MOST, glass)), cardOn(LEAST, glass));
  }

  readonly #fits = (): void => {
    this.#unscale();
    this.#unscale = applyScale(this.#panel, this.device.config.distanceMm, glassSeen);
    this.step = 'clear';
  };

  readonly #unclear = (): void => {
    this.again = true;
    this.failed = false;
    this.step = 'size';
  };

  readonly #save = async (): Promise<void> => {
    this.step = 'saving';
    const told = await tellPanel(this.device.id, this.#panel);
    if (!this.isConnected) return;
    this.failed = !told.ok;
    this.step = 'clear';
    if (told.ok) this.#leave();
  };

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
