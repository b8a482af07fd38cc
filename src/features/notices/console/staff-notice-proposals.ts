import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { NOTICE_HOUSE } from '../model/notice-house.ts';
import { standsWords } from './notice-stands.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notice-proposals': LlStaffNoticeProposals;
  }
}

type Proposal = RowOf<'noticeProposal'>;

/**
 * The urgent notices that wait for a second person, each whole, for whoever reads it to send out; and for the manager
 * whether they wait at all. An emergency is none of them.
 */
@customElement('ll-staff-notice-proposals')
export class LlStaffNoticeProposals extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 0.75rem 0 0.25rem;
      }
      li {
        padding: 0.75rem 0;
      }
      li p {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .actions {
        margin-top: 0.5rem;
      }
    `,
  ];

  /** Whether whoever is here decides how notices go out. */
  @property({ type: Boolean }) decides = false;

  readonly #change = new Change(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      house: await view.get('staff', 'noticeHouse', NOTICE_HOUSE),
      proposals: await view.list('staff', 'noticeProposal'),
      offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
      screens: (await view.list('staff', 'device')).filter(({ kind }) => kind === 'screen'),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#rows;
    if (value === undefined) return nothing;
    const { house, proposals, offset, screens } = value;
    return html`${
      proposals.length === 0
        ? nothing
        : html`<h3>${t('staff.notices.second.waiting')}</h3>
            <ul class="rows">
              ${proposals.map((one) => this.#renderOne(one, standsWords(one.notice, screens, offset)))}
            </ul>`
    }
    ${this.decides ? this.#renderHouse(house) : nothing}
    ${
      this.#change.refusal === null
        ? nothing
        : html`<p class="problem" role="alert">
            ${consoleIcon('warning')}${this.#why(this.#change.refusal)}
          </p>`
    }`;
  }

  #renderOne(proposal: Proposal, stands: string): TemplateResult {
    const { notice } = proposal;
    const { title, body, titleEn, bodyEn } = notice;
    const args = { noticeId: notice.id, version: notice.version ?? 1 };
    const actor = this.#change.store?.actor;
    const isOwn = actor?.type === 'staff' && actor.accountId === proposal.accountId;
    return html`<li>
      <p class="strong">${title}</p>
      ${[body, titleEn, bodyEn].map((words) => (words == null ? nothing : html`<p>${words}</p>`))}
      <p class="soft num">${stands}</p>
      ${isOwn ? html`<p class="soft">${t('staff.notices.second.own')}</p>` : nothing}
      <div class="actions">
        ${
          isOwn
            ? nothing
            : html`<button
                class="confirm"
                aria-label=${t('staff.notices.second.approveThis', { title })}
                ?disabled=${this.#change.running}
                @click=${() => void this.#change.run('notice.approve', { ...args, atMs: proposal.atMs })}
              >
                ${t('staff.notices.second.approve')}
              </button>`
        }
        <button
          class="outline"
          aria-label=${t('staff.notices.second.takeBackThis', { title })}
          ?disabled=${this.#change.running}
          @click=${() => void this.#change.run('notice.takeBack', args)}
        >
          ${t('staff.notices.second.takeBack')}
        </button>
      </div>
    </li>`;
  }

  #renderHouse(house: RowOf<'noticeHouse'> | undefined): TemplateResult {
    const twoPairs = house?.twoPairs === true;
    return html`<label class="tick">
        <input
          type="checkbox"
          .checked=${twoPairs}
          @change=${() => void this.#change.run('notice.twoPairs', { twoPairs: !twoPairs })}
        />${t('staff.notices.second.twoPairs')}
      </label>
      <p class="soft">
        ${t(twoPairs ? 'staff.notices.second.twoMeans' : 'staff.notices.second.oneMeans')}${
          house === undefined ? nothing : ` · ${t('staff.notices.second.setBy', { name: house.by })}`
        }
      </p>`;
  }

  #why({ status, code }: { readonly status: string; readonly code: string }): string {
    if (status === 'conflict') return t('staff.notices.conflict');
    return t(code === 'own-proposal' ? 'staff.notices.second.ownRefused' : 'staff.notices.refused');
  }
}
