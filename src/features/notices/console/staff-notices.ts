import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { noticesNow, type Notice } from '../model/notice.ts';
import { formatDate, LocaleController, t } from '../../../i18n/index.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { NoticeWrittenEvent } from './staff-notice-sheet.ts';
import './staff-notice-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notices': LlStaffNotices;
  }
}

/** What the house says on its glasses now, with the way to say something, to take it back, and to raise the alarm. */
@customElement('ll-staff-notices')
export class LlStaffNotices extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      :host([alarms]:not([raised])) {
        display: none;
      }
      .alarm {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.875rem 1.125rem;
        border-radius: var(--radius);
        background: var(--alarm);
        color: #fff;
      }
      .alarm button {
        background: #fff;
        color: var(--alarm);
      }
      li {
        display: flex;
        gap: 0.5rem 1rem;
        align-items: flex-start;
        justify-content: space-between;
        padding: 0.75rem 0;
      }
      li button {
        flex: none;
      }
      .body {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .chip.urgent {
        background: var(--plum);
        color: #fff;
      }
      .actions {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Only the emergencies that are up, each with its way out; nothing at all while there is none. */
  @property({ type: Boolean, reflect: true }) alarms = false;

  @state() private writing: 'notice' | 'alarm' | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
      notices: await view.list('centre', 'notice'),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(): void {
    this.toggleAttribute('raised', this.#held().some(isAlarm));
  }

  override render(): TemplateResult {
    const states = consoleStates('staff.notices.none');
    if (this.alarms) {
      return html`${this.#rows.render<unknown>({
        pending: () => nothing,
        empty: () => nothing,
        error: states.error,
        complete: () => this.#held().filter(isAlarm).map(this.#renderAlarm),
      })}`;
    }
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.notices.heading')}</h2>
        ${this.#rows.render<unknown>({
          pending: states.pending,
          empty: states.empty,
          error: states.error,
          complete: ({ offset }) => {
            const held = this.#held();
            return held.length === 0
              ? states.empty()
              : html`<ul class="rows">
                  ${held.map((notice) => this.#renderNotice(notice, offset))}
                </ul>`;
          },
        })}
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.notices.refused')}</p>`
        }
        <div class="actions">
          <button @click=${() => (this.writing = 'notice')}>
            ${consoleIcon('plus')}${t('staff.notices.write')}
          </button>
          <button class="outline" @click=${() => (this.writing = 'alarm')}>
            ${consoleIcon('warning')}${t('staff.notices.alarm')}
          </button>
        </div>
      </section>
      <ll-staff-notice-sheet
        .writes=${this.writing}
        .time=${this.#ticker.time}
        .utcOffsetMinutes=${this.#rows.value?.offset ?? utcOffsetOf()}
        @ll-notice-written=${this.#post}
        @ll-sheet-close=${() => (this.writing = null)}
      ></ll-staff-notice-sheet>
    `;
  }

  readonly #renderAlarm = (notice: Notice): TemplateResult => html`
    <section class="alarm" aria-label=${t('staff.notices.level.emergency')}>
      <div>
        <strong>${t('staff.notices.alarmIsUp')}</strong>
        <div>${notice.title}</div>
      </div>
      <button @click=${() => this.#withdraw(notice)}>${t('staff.notices.allClear')}</button>
    </section>
  `;

  #renderNotice(notice: Notice, offset: number): TemplateResult {
    const chip = { normal: 'warn', urgent: 'urgent', emergency: 'alert' } as const;
    return html`
      <li>
        <div>
          <span class="chip ${chip[notice.level]}">${t(`staff.notices.level.${notice.level}`)}</span>
          <p class="strong">${notice.title}</p>
          ${notice.body === null ? nothing : html`<p class="body">${notice.body}</p>`}
          <span class="soft num">${until(notice, offset)} · ${notice.by}</span>
        </div>
        <button
          aria-label=${t('staff.notices.withdrawThis', { title: notice.title })}
          @click=${() => this.#withdraw(notice)}
        >
          ${t(isAlarm(notice) ? 'staff.notices.allClear' : 'staff.notices.withdraw')}
        </button>
      </li>
    `;
  }

  #held(): readonly Notice[] {
    return noticesNow(this.#rows.value?.notices ?? [], this.#ticker.time.nowMs);
  }

  readonly #post = async ({ written }: NoticeWrittenEvent): Promise<void> => {
    const made =
      written.name === 'notice.post'
        ? await this.#change.run('notice.post', written.args)
        : await this.#change.run('notice.alarm', written.args);
    if (made.ok) this.writing = null;
  };

  #withdraw({ id }: Notice): void {
    void this.#change.run('notice.withdraw', { noticeId: id });
  }
}

const isAlarm = ({ level }: Notice): boolean => level === 'emergency';

function until({ untilMs }: Notice, offset: number): string {
  if (untilMs === null) return t('staff.notices.untilWithdrawn');
  // A notice that ends at midnight is said to end with the day before it.
  const { date } = civilMoment(untilMs - 1, offset);
  return t('staff.notices.untilDay', { date: formatDate(date) });
}
