import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Notice } from '../model/notice.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../../ui/common/shared-styles.ts';

/** As many characters stand in one line of an emergency at its largest. */
const LINE = 7;
/** The last still is type that an old eye reads. */
const STEPS = [1, 0.85, 0.7, 0.58] as const;

/** An emergency over the whole glass; the bar's call for help stays in reach above it. */
@customElement('ll-kiosk-alarm')
export class LlKioskAlarm extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        position: absolute;
        top: 0;
        right: 0;
        bottom: 0;
        left: 0;
        display: flex;
        flex-direction: column;
        padding: calc(var(--u) * 24) calc(var(--u) * 20) calc(var(--u) * 60);
        background: var(--alarm);
        color: var(--white);
        text-align: center;
        /* Short sentences break where they pause, not within a word. */
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
      :host([brief]) {
        position: static;
        flex: none;
        margin-bottom: var(--gap);
        padding: calc(var(--u) * 6) calc(var(--u) * 10);
        border-radius: var(--radius);
      }
      h1 {
        font-size: calc(var(--u) * 17);
        font-weight: 700;
        line-height: 1.3;
      }
      section {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
        overflow: hidden;
      }
      section::before,
      section::after {
        content: '';
        margin: auto;
      }
      .what {
        font-size: calc(var(--u) * 31 * var(--fit, 1));
        font-weight: 900;
        line-height: 1.25;
        text-wrap: balance;
      }
      .what.long {
        font-size: calc(var(--u) * 22 * var(--fit, 1));
      }
      .more {
        margin-top: calc(var(--u) * 12);
        font-size: calc(var(--u) * 17 * var(--fit, 1));
        line-height: 1.45;
        white-space: pre-line;
      }
      .follow {
        font-size: var(--text-title);
        font-weight: 700;
      }
      :host([brief]) .what {
        font-size: var(--text-title);
      }
    `,
  ];

  @property({ attribute: false }) notice: Notice | null = null;
  /** One line above a page, where somebody is just calling for help. */
  @property({ type: Boolean, reflect: true }) brief = false;

  /** However much there is to say, all of it is to be read: it grows smaller first. */
  protected override updated(): void {
    const section = this.renderRoot.querySelector('section');
    if (section === null) return;
    for (const step of STEPS) {
      this.style.setProperty('--fit', String(step));
      if (section.scrollHeight <= section.clientHeight) return;
    }
  }

  protected override render() {
    if (this.notice === null) return nothing;
    const { title, titleEn, body, bodyEn } = this.notice;
    const what = html`<p class="what ${title.length > LINE ? 'long' : ''}">${inLanguage(title, titleEn)}</p>`;
    if (this.brief) return html`<div role="alert">${what}</div>`;
    return html`<h1>${t('kiosk.notices.emergency')}</h1>
      <section role="alert">
        ${what} ${body === null ? nothing : html`<p class="more">${inLanguage(body, bodyEn)}</p>`}
      </section>
      <p class="follow">${t('kiosk.notices.follow')}</p>`;
  }
}
