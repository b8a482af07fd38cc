import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Notice } from '../model/notice.ts';
import { t } from '../../../i18n/index.ts';
import { chineseOnly } from '../../../ui/kiosk/chinese-only.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import {
  emptyView,
  missingView,
  pendingView,
  stateStyles,
  errorView,
} from '../../../ui/kiosk/state-views.ts';
import { quietNotices, readNotices } from './notice-rows.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** All that the house has to say now, the gravest first. */
@customElement('ll-kiosk-notices')
export class LlKioskNotices extends KioskPage {
  static override styles = [
    reset,
    pageStyles,
    stateStyles,
    css`
      :host([landscape]) {
        /* A sentence goes on below, not beside. */
        --page-columns: 1;
      }
      .notice {
        margin-bottom: var(--gap);
        padding: calc(var(--u) * 8) calc(var(--u) * 11);
        background: var(--card);
        border-radius: var(--radius);
        border-left: calc(var(--u) * 4) solid var(--amber);
        overflow-wrap: anywhere;
      }
      .notice.urgent {
        background: var(--plum);
        border-color: var(--plum);
        color: var(--white);
      }
      h2 {
        font-size: var(--text-title);
        font-weight: 900;
        line-height: 1.3;
      }
      .notice p {
        margin-top: calc(var(--u) * 4);
        font-size: var(--text-large);
        white-space: pre-line;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, { query: readNotices, args: () => [] });

  protected override render() {
    return this.#rows.render({
      pending: () => this.#titled(pendingView()),
      empty: () => this.#page([]),
      missing: () => this.#titled(missingView(this.#sync.away)),
      error: () => this.#titled(errorView()),
      complete: (rows) => this.#page(quietNotices(rows, this.#ticker.time.nowMs)),
    });
  }

  #titled(content: unknown) {
    return html`<h1>${t('kioskPages.notices.title')}</h1>
      ${content}`;
  }

  #page(notices: readonly Notice[]) {
    return this.#titled(
      notices.length === 0
        ? emptyView(t('kioskPages.notices.none'))
        : html`<ll-pages>${notices.map((notice) => this.#notice(notice))}</ll-pages>`,
    );
  }

  #notice({ level, title, titleEn, body, bodyEn }: Notice) {
    return html`<section class="notice ${level}" data-flow>
      <h2>
        ${level === 'urgent' ? html`${t('kioskPages.notices.urgent')} · ` : nothing}${inLanguage(title, titleEn)}
      </h2>
      ${chineseOnly(titleEn)} ${body === null ? nothing : html`<p>${inLanguage(body, bodyEn)}</p>`}
    </section>`;
  }
}
