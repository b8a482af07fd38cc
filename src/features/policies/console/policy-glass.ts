import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController } from '../../../i18n/index.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { articleStyles, policyArticle } from '../kiosk/policy-article.ts';
import { policyStyles } from '../kiosk/policy-styles.ts';
import type { Policy } from '../model/policy.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-policy-glass': LlPolicyGlass;
  }
}

/** The kiosk's page of one policy, without the kiosk around it. */
@customElement('ll-policy-glass')
export class LlPolicyGlass extends LitElement {
  static override readonly styles = [
    reset,
    pageStyles,
    policyStyles,
    articleStyles,
    css`
      /* Its pages stand side by side, behind a window as large as one; what turns them at the kiosk has its room. */
      ll-pages {
        overflow: hidden;
        margin-bottom: calc(var(--u) * 34);
      }
      .article {
        height: 100%;
        columns: var(--page-columns, 1);
        column-gap: calc(var(--u) * 12);
        column-fill: auto;
        orphans: 2;
        widows: 2;
      }
    `,
  ];

  @property({ attribute: false }) policy: Policy | null = null;
  @property({ attribute: false }) centre: Centre | undefined;
  @property({ attribute: false }) today: CivilDate | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.policy === null ? nothing : policyArticle(this.policy, this.centre, this.today, html``);
  }

  /** The next of its pages, or again the first. */
  turn(): void {
    const pages = this.renderRoot.querySelector<HTMLElement>('ll-pages');
    const article = this.renderRoot.querySelector<HTMLElement>('.article');
    if (pages === null || article === null) return;
    const gap = parseFloat(getComputedStyle(article).columnGap);
    const next = pages.scrollLeft + pages.clientWidth + gap;
    pages.scrollLeft = next < pages.scrollWidth ? next : 0;
  }
}
