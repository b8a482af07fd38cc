import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { HubAnswer } from '../../../app/hub-answer.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { answeredAt } from '../../../ui/console/answered-at.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates, rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { yearDay } from '../../../ui/console/year-day.ts';
import { maskName } from '../../members/model/masking.ts';
import { isAttendanceOfMember, type AttendanceOfMember } from '../model/attendance-history.ts';
import { courseWords, readCourses } from './history-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-member-history': LlStaffMemberHistory;
  }
}

type Member = RowOf<'member'>;

/** So many names are offered; with more, more has to be typed. */
const MOST_NAMES = 8;

/** What a member has come to over the years, asked of the hub: found by name or the end of the phone number. */
@customElement('ll-staff-member-history')
export class LlStaffMemberHistory extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: center;
        justify-content: space-between;
        min-height: 2.75rem;
      }
      label {
        margin-top: 0.625rem;
      }
      h3,
      .names {
        margin-top: 0.75rem;
      }
      .names button {
        width: 100%;
        justify-content: space-between;
      }
      .came {
        max-height: 24rem;
        overflow-y: auto;
      }
    `,
  ];

  @state() private typed = '';
  @state() private chosen: Member | null = null;

  readonly #sync = new SyncState(this);
  readonly #courses = new LiveQuery(this, { query: readCourses, args: () => [] });
  readonly #members = new LiveQuery(this, { query: (view) => view.list('people', 'member'), args: () => [] });
  readonly #came = new HubAnswer(this, {
    path: () =>
      this.chosen === null ? null : `/api/attendance/members/${encodeURIComponent(this.chosen.id)}`,
    isAnswer: isAttendanceOfMember,
    isEmpty: ({ came }) => came.length === 0,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.history.heading')}</h2>
        <label for="name">${t('staff.history.find')}</label>
        <input id="name" autocomplete="off" .value=${this.typed} @input=${this.#type} />
        ${this.chosen === null ? this.#renderNames() : this.#renderHistory(this.chosen)}
      </section>
    `;
  }

  #renderNames(): unknown {
    const typed = this.typed.trim();
    if (typed === '') return nothing;
    return this.#members.render<unknown>({
      ...rowStates('staff.history.nobody', this.#sync),
      complete: (members) => this.#renderFound(members, typed),
    });
  }

  #renderFound(members: readonly Member[], typed: string): TemplateResult {
    const found = members.filter(({ name, phone }) => name.includes(typed) || phone?.endsWith(typed));
    if (found.length === 0) return html`<p class="nothing" role="status">${t('staff.history.nobody')}</p>`;
    return html`<ul class="rows names">
        ${found.slice(0, MOST_NAMES).map(
          (member) =>
            html`<li>
              <button @click=${() => this.#choose(member)}>
                <b>${maskName(member.name)}</b><span class="soft num">${endOf(member.phone)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${found.length > MOST_NAMES ? html`<p class="nothing" role="status">${t('staff.history.many')}</p>` : nothing}`;
  }

  #renderHistory(member: Member): TemplateResult {
    return html`<h3>${maskName(member.name)} <span class="soft num">${endOf(member.phone)}</span></h3>
      ${this.#came.render<unknown>({
        ...consoleStates('staff.history.none'),
        error: () =>
          html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.attendance.error')}</p>`,
        complete: (history, older) => this.#renderCame(history, older),
      })}`;
  }

  #renderCame({ came, asOfMs }: AttendanceOfMember, older: boolean): TemplateResult {
    const book = this.#courses.value;
    return html`<p><b class="num">${t('staff.history.times', { count: came.length })}</b></p>
      <ul class="rows came">
        ${came.map(
          ({ date, courseId }) =>
            html`<li class="line">
              <span>${courseWords(book, courseId)}</span>
              <span class="soft num">${yearDay(date)}</span>
            </li>`,
        )}
      </ul>
      ${answeredAt(asOfMs, older, utcOffsetOf(book?.centre))}`;
  }

  readonly #type = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.typed = event.target.value;
    this.chosen = null;
  };

  #choose(member: Member): void {
    this.chosen = member;
  }
}

const endOf = (phone: string | null): string => (phone === null ? '' : `…${phone.slice(-4)}`);
