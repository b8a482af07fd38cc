import '../../i18n/front-texts.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { isWide } from '../../ui/board/board-styles.ts';
import { glassInPixels } from '../../ui/common/scale.ts';
import type { Check } from '../self-check/checks.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-glass-self-check': LlGlassSelfCheck;
  }
}

/** A page of lines stays for so long. */
const PAGE_MS = 9000;
/** Lines on a page, at the least size that is read from the farthest seat. */
const LINES = { wide: 4, narrow: 2 };

const linesHere = (): number => (isWide(glassInPixels()) ? LINES.wide : LINES.narrow);

/** How long it takes to show so many checks, each page twice: somebody has to walk up to it. */
export const showingMs = (checks: number): number =>
  Math.max(1, Math.ceil(checks / linesHere())) * PAGE_MS * 2;

/** How this glass is, over everything, for whoever stands in the hall: what wants a hand first. */
@customElement('ll-glass-self-check')
export class LlGlassSelfCheck extends LitElement {
  static override readonly styles = css`
    :host {
      position: fixed;
      z-index: 9;
      top: 0;
      left: 0;
      box-sizing: border-box;
      display: grid;
      grid-template-rows: auto 1fr auto;
      width: var(--panel-width);
      height: var(--panel-height);
      padding: calc(var(--panel-height) * 0.0556) calc(var(--panel-width) * 0.05);
      overflow: hidden;
      background: var(--night);
      color: var(--cream);
      font-weight: 500;
      line-height: 1.3;
      pointer-events: none;
    }
    h1 {
      margin: 0;
      color: var(--gold);
      font-size: var(--board-heading);
      font-weight: 900;
    }
    ul {
      display: grid;
      align-content: space-evenly;
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--board-least);
      overflow: hidden;
    }
    li b {
      color: var(--mint);
      font-weight: 700;
    }
    li.mind b,
    li.bad b {
      color: var(--gold);
    }
    p {
      margin: 0;
      color: #c9d3cc;
      font-size: var(--board-least);
    }
  `;

  @property({ attribute: false }) checks: readonly Check[] = [];
  @property() name = '';
  @state() private page = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => (this.page += 1), PAGE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render(): TemplateResult {
    const wanting = this.checks.filter(({ verdict }) => verdict !== 'good');
    const lines = [...wanting, ...this.checks.filter(({ verdict }) => verdict === 'good')];
    const onPage = linesHere();
    const pages = Math.max(1, Math.ceil(lines.length / onPage));
    const from = (this.page % pages) * onPage;
    return html`
      <h1>
        ${wanting.length === 0 ? t('selfCheck.allGood') : t('selfCheck.some', { count: wanting.length })}
      </h1>
      <ul>
        ${lines
          .slice(from, from + onPage)
          .map(
            ({ name, found, verdict }) =>
              html`<li class=${verdict}><b>${verdict === 'good' ? '✓' : '!'} ${name}</b> · ${found}</li>`,
          )}
      </ul>
      <p>${this.name}${pages === 1 ? '' : ` · ${(this.page % pages) + 1}/${pages}`}</p>
    `;
  }
}
