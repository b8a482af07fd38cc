import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CivilDate } from '../../../kernel/time.ts';
import { scaleOf, type PanelSize } from '../../../ui/common/scale.ts';
import { OwnSize } from '../../../ui/console/own-size.ts';
import type { Centre } from '../../centre/model/centre.ts';
import type { Policy } from '../model/policy.ts';
import './policy-glass.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-policy-preview': LlPolicyPreview;
  }
}

/** What a 21.5-inch kiosk that hangs upright is, for a house that has none yet. */
const COMMON: PanelSize = { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 };
/** The kiosk's own: the edge that nothing stands in, and the bar below. */
const EDGE = 12;
const BAR = 44;

/** A policy as it will stand on the kiosk: the very page, drawn for that panel, and made smaller as a whole. */
@customElement('ll-policy-preview')
export class LlPolicyPreview extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      border: 0.375rem solid var(--ink);
      border-radius: 0.75rem;
      background: var(--paper);
    }
    ll-policy-glass {
      position: absolute;
      top: 0;
      left: 0;
      box-sizing: border-box;
      transform-origin: 0 0;
      font-family: var(--font);
      font-weight: 500;
      line-height: 1.5;
    }
  `;

  /** The house's kiosk; null where it has none yet. */
  @property({ attribute: false }) panel: PanelSize | null = null;
  @property({ attribute: false }) policy: Policy | null = null;
  @property({ attribute: false }) centre: Centre | undefined;
  @property({ attribute: false }) today: CivilDate | null = null;

  constructor() {
    super();
    new OwnSize(this, () => this.#shrink());
  }

  override render(): TemplateResult {
    const { widthPx, heightPx } = this.panel ?? COMMON;
    return html`<ll-policy-glass
      inert
      ?landscape=${widthPx > heightPx}
      .policy=${this.policy}
      .centre=${this.centre}
      .today=${this.today}
    ></ll-policy-glass>`;
  }

  protected override updated(): void {
    this.#shrink();
  }

  /** The page that an elder would turn to; after the last the first. */
  turn(): void {
    this.renderRoot.querySelector('ll-policy-glass')?.turn();
  }

  #shrink(): void {
    const glass = this.renderRoot.querySelector<HTMLElement>('ll-policy-glass');
    if (glass === null) return;
    const { widthPx, heightPx } = this.panel ?? COMMON;
    const { mm, unit } = scaleOf(
      this.panel ?? COMMON,
      650,
      { width: widthPx, height: heightPx },
      this.panel ?? COMMON,
    );
    const u = (units: number): string => `${unit * units}px`;
    const sizes = {
      '--mm': `${mm}px`,
      '--u': u(1),
      // Those of the document are of its own unit.
      '--text': u(10.9),
      '--text-small': u(9.2),
      '--text-large': u(13.2),
      '--text-title': u(15),
      '--target': u(20),
      '--gap': u(6),
      '--radius': u(9),
      '--radius-small': u(5),
    };
    for (const [name, value] of Object.entries(sizes)) glass.style.setProperty(name, value);
    const smaller = this.clientWidth / widthPx;
    glass.style.width = `${widthPx}px`;
    glass.style.height = `${heightPx}px`;
    glass.style.padding = `${u(EDGE)} ${u(EDGE)} ${u(BAR)}`;
    glass.style.transform = `scale(${smaller})`;
    this.style.height = `${heightPx * smaller + (this.offsetHeight - this.clientHeight)}px`;
  }
}
