import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Notice } from '../model/notice.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { quietNotices, readNotices } from './notice-rows.ts';

/** Somebody wants to read what the house has to say. */
export class NoticesWantedEvent extends Event {
  static readonly type = 'll-notices-wanted';
  constructor() {
    super(NoticesWantedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-notices-wanted': NoticesWantedEvent;
  }
}

/**
 * The gravest of what the house has to say, on the home page; nothing at all while it has nothing.
 * @fires ll-notices-wanted
 */
@customElement('ll-kiosk-notice-line')
export class LlKioskNoticeLine extends KioskElement {
  static override styles = [
    reset,
    pressable,
    css`
      button {
        display: flex;
        align-items: center;
        justify-content: space-between;
        width: 100%;
        min-height: max(calc(var(--u) * 21), calc(var(--mm) * 20));
        margin-top: var(--gap);
        padding: calc(var(--u) * 1.3) calc(var(--u) * 10.3);
        border: calc(var(--u) * 0.7) solid var(--tile-edge);
        background: var(--amber);
        border-radius: var(--radius);
        font-size: var(--text);
        line-height: 1.3;
        text-align: left;
      }
      /* The cards below say the same. */
      .unreadable {
        display: var(--drawing-room, block);
        margin-top: var(--gap);
        font-size: var(--text);
      }
      .urgent {
        background: var(--plum);
        color: var(--white);
      }
      b {
        /* All of it is behind the press; what there is to eat keeps its room. */
        display: -webkit-box;
        overflow: hidden;
        font-weight: 700;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: var(--notice-lines, 4);
      }
      span {
        flex: none;
        margin-left: calc(var(--u) * 8);
        font-size: var(--text);
        font-weight: 500;
        white-space: nowrap;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, { query: readNotices, args: () => [] });

  protected override render() {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () => html`<p class="unreadable">${t('kiosk.state.unread')}</p>`,
      complete: (rows) => this.#line(rows),
    });
  }

  #line(rows: readonly Notice[]) {
    const [first, ...others] = quietNotices(rows, this.#ticker.time.nowMs);
    if (first === undefined) return nothing;
    return html`<button
      type="button"
      class=${first.level}
      @click=${() => this.dispatchEvent(new NoticesWantedEvent())}
    >
      <b>${inLanguage(first.title, first.titleEn)}</b>
      <span
        >${others.length === 0 ? t('kiosk.notices.read') : t('kiosk.notices.more', { count: others.length })}</span
      >
    </button>`;
  }
}
