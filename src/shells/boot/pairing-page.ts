import '../../i18n/boot-texts.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { beforePaired } from '../../app/before-paired.ts';
import { markReady, whenReady } from '../../app/ready.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { LocaleController, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { RemoteControl } from '../../ui/common/remote-control.ts';
import { pageStyles } from './page-styles.ts';
import { pairingStyles } from './pairing-styles.ts';
import { addressOf } from './address-of.ts';
import { goOnAs } from './go-on-as.ts';
import { letInAs } from './let-in.ts';
import { pairsAgain } from './pair-again.ts';
import { PairingController } from './pairing-controller.ts';
import { pairingQr } from './pairing-qr.ts';

/** A glass with a face goes back to it when nobody has typed its code for so long. */
const BACK_AFTER_MS = 5 * 60_000;

/** The code that staff type on their console to let this glass in. */
@customElement('ll-pairing-page')
export class LlPairingPage extends LitElement {
  static override styles = [reset, pageStyles, pairingStyles];

  @property({ attribute: false }) face = 'kiosk';
  @property({ attribute: false }) kind: DeviceKind = 'kiosk';
  /** What its address asks for. */
  @property({ attribute: false }) search = location.search;
  /** How a face is come to. */
  @property({ attribute: false }) open = (address: string): void => location.replace(address);

  /** The hub as this browser calls it. */
  @property({ attribute: false }) here: Pick<Location, 'origin' | 'hostname'> = location;

  readonly #pairing = new PairingController(this, {
    kind: () => this.kind,
    done: () => this.#letIn(),
    was: () => this.#again?.was,
    paired: (deviceId) => goOnAs(this.face, deviceId, this.#again?.was.deviceId, this.open),
  });
  #goingBack: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new RemoteControl(this, {
      scope: () => this.renderRoot.querySelector('.all'),
      back: () => this.#pressedBack(),
      always: () => this.kind === 'screen',
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const again = this.#again;
    if (again === undefined) return;
    void setLocale(again.locale);
    this.#goingBack = setTimeout(this.#goBack, BACK_AFTER_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay();
  }

  override render(): TemplateResult {
    this.toggleAttribute('dark', this.kind === 'screen');
    return html`<div class="all">
      <main>
        <p class="place">${this.#place()}</p>
        ${this.#now()} ${this.#back()}
      </main>
      <button class="language" lang=${otherLocale()} @click=${() => void setLocale(otherLocale())}>
        ${t('pairing.otherLanguage')}
      </button>
    </div>`;
  }

  protected override firstUpdated(): void {
    whenReady(beforePaired);
  }

  protected override updated(): void {
    const { status } = this.#pairing.state;
    if (status !== 'asking') markReady();
    // What it was is over: while the new face is on its way nothing leads back to the old one.
    if (status === 'paired') this.#stay();
  }

  /** The device that this glass is to another hub already; undefined on one that is none yet. */
  get #again(): ReturnType<typeof pairsAgain> {
    return pairsAgain(this.kind, this.search);
  }

  #place(): string {
    const name = this.#again?.name;
    if (name !== undefined) return t('pairing.again.glass', { name });
    return this.kind === 'screen' ? t('pairing.screen') : t('pairing.kiosk');
  }

  /** Where it was opened on a glass that has a face: what waits stays, and whoever pressed by mistake gets back. */
  #back(): TemplateResult | typeof nothing {
    const was = this.#again?.was;
    if (was === undefined || this.#pairing.state.status === 'paired') return nothing;
    return html`<div class="back">
      ${was.waiting === 0 ? nothing : html`<p>${t('pairing.again.keeps', { count: was.waiting })}</p>`}<button
        @click=${this.#goBack}
      >
        ${t('pairing.again.back')}
      </button>
    </div>`;
  }

  readonly #goBack = (): void => this.open(addressOf(`/${this.face}`, this.#again?.was.deviceId ?? ''));

  #stay(): void {
    clearTimeout(this.#goingBack);
  }

  /** Back leads to the face that the glass has, unless staff have just made it another. */
  #pressedBack(): void {
    if (this.#again !== undefined && this.#pairing.state.status !== 'paired') this.#goBack();
  }

  async #letIn(): Promise<string | undefined> {
    const address = new URLSearchParams(this.search);
    const named = address.get('device');
    if (named === null || address.has('pair')) return undefined;
    return (await letInAs(this.kind, named, address))?.device.id;
  }

  #now(): TemplateResult {
    const { state } = this.#pairing;
    switch (state.status) {
      case 'asking':
        return html`<div role="status"><h1>${t('pairing.asking')}</h1></div>`;
      case 'later':
        return html`<div role="status"><h1>${t('pairing.later')}</h1></div>`;
      case 'away':
        return html`<div role="status"><h1>${t('pairing.away')}</h1></div>
          <p>${t('pairing.awayRemedy')}</p>`;
      case 'paired':
        return html`<div role="status"><h1>${t('pairing.paired')}</h1></div>`;
      case 'waiting':
        return html`<h1>${t('pairing.title')}</h1>
          <p class="code" aria-label=${[...state.code].join(' ')}>
            <span>${state.code.slice(0, 3)}</span><span>${state.code.slice(3)}</span>
          </p>
          <div class="how">
            <ol>
              <li><b>1</b>${t('pairing.step1')}</li>
              <li><b>2</b>${t('pairing.step2')}</li>
              <li><b>3</b>${t('pairing.step3')}</li>
            </ol>
            ${pairingQr(state.code, this.here)}
          </div>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-pairing-page': LlPairingPage;
  }
}
