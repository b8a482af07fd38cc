import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { inService, setInService } from '../../devices/model/retired.ts';
import { noticesNow, type Notice } from '../model/notice.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { fieldsOf } from '../../../kernel/versions.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { refusedWords } from '../../../ui/console/refused-words.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { panelKinds } from '../model/panels.ts';
import { standsWords } from './notice-stands.ts';
import type { NoticeWrittenEvent } from './notice-written.ts';
import './staff-alarm-sheet.ts';
import './staff-all-clear.ts';
import './staff-notice-proposals.ts';
import './staff-notice-sheet.ts';

/** An emergency has been raised here: where it stands is said at the head of the page. */
class AlarmRaisedEvent extends Event {
  constructor() {
    super('ll-alarm-raised', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notices': LlStaffNotices;
  }
  interface HTMLElementEventMap {
    'll-alarm-raised': AlarmRaisedEvent;
  }
}

/**
 * What the house says on its glasses now, with the way to say something, to take it back, and to raise the alarm.
 *
 * @event ll-alarm-raised - An emergency has been raised here.
 */
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
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: flex-start;
        justify-content: space-between;
        padding: 0.75rem 0;
      }
      li > div:first-child {
        flex: 1 1 12rem;
        min-width: 0;
      }
      .taken {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        overflow-wrap: anywhere;
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
      .note {
        margin-top: 0.625rem;
      }
      .card > .actions {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Whether whoever is here decides how notices go out. */
  @property({ type: Boolean }) decides = false;
  @state() private writing: 'notice' | 'alarm' | null = null;
  /** What is changed; null while another one is written. */
  @state() private changing: Notice | null = null;
  /** What was taken down here last, to be put back. */
  @state() private takenDown: Notice | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
      notices: await view.list('centre', 'notice'),
      allClears: await view.list('staff', 'allClear'),
      screens: (await view.list('staff', 'device')).filter(({ kind }) => kind === 'screen'),
      deaf: inService(await view.list('staff', 'device')).flatMap(({ kind, pairedAtMs, name }) =>
        kind !== 'console' && pairedAtMs === null ? [name] : [],
      ),
      panels: panelKinds(
        setInService(await view.list('staff', 'deviceConfig'), await view.list('staff', 'device')),
      ),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const states = rowStates('staff.notices.none', this.#sync);
    const { refusal } = this.#change;
    const why = refusal?.status === 'conflict' ? 'staff.notices.conflict' : 'staff.notices.refused';
    const refused = refusal === null ? '' : refusedWords(refusal.code, t(why));
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.notices.heading')}</h2>
        ${this.#rows.render<unknown>({
          ...states,
          complete: ({ offset }) => {
            const held = this.#held();
            return held.length === 0
              ? this.#withdrawing.length === 0
                ? states.empty()
                : nothing
              : html`<ul class="rows">
                  ${held.map((notice) => this.#renderNotice(notice, offset))}
                </ul>`;
          },
        })}
        ${
          this.#withdrawing.length === 0
            ? nothing
            : html`<p class="note warn">
                ${consoleIcon('clock')}<span
                  >${t('staff.notices.withdrawUnsent', { count: this.#withdrawing.length })}</span
                >
              </p>`
        }
        ${this.takenDown === null ? nothing : this.#renderTakenDown(this.takenDown)}
        ${
          refused === '' || this.writing !== null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
        }
        <ll-staff-notice-proposals ?decides=${this.decides}></ll-staff-notice-proposals>
        <div class="actions">
          <button @click=${() => this.#write('notice')}>
            ${consoleIcon('plus')}${t('staff.notices.write')}
          </button>
          <button class="outline" @click=${() => this.#write('alarm')}>
            ${consoleIcon('warning')}${t('staff.notices.alarm')}
          </button>
        </div>
      </section>
      <ll-staff-notice-sheet
        .open=${this.writing === 'notice'}
        .standing=${this.changing}
        refused=${refused}
        .screens=${this.#rows.value?.screens ?? []}
        .time=${this.#ticker.time}
        .utcOffsetMinutes=${this.#rows.value?.offset ?? utcOffsetOf()}
        @ll-notice-written=${this.#post}
        @ll-sheet-close=${() => this.#write(null)}
      ></ll-staff-notice-sheet>
      <ll-staff-alarm-sheet
        .open=${this.writing === 'alarm'}
        refused=${refused}
        .panels=${this.#rows.value?.panels ?? []}
        .deaf=${this.#rows.value?.deaf ?? []}
        @ll-notice-written=${this.#post}
        @ll-sheet-close=${() => this.#write(null)}
      ></ll-staff-alarm-sheet>
    `;
  }

  /** What was taken down here and may stand on glasses, as the hub has not heard of it. An emergency says so above the page. */
  get #withdrawing(): readonly unknown[] {
    const emergencies = new Set<unknown>((this.#rows.value?.allClears ?? []).map(({ id }) => id));
    return this.#unsent
      .of(['notice.withdraw'])
      .filter(({ args }) => !emergencies.has(fieldsOf(args)['noticeId']));
  }

  #write(writing: 'notice' | 'alarm' | null, changing: Notice | null = null): void {
    this.writing = writing;
    this.changing = changing;
    this.#change.forget();
  }

  #renderNotice(notice: Notice, offset: number): TemplateResult {
    const chip = { normal: 'warn', urgent: 'urgent', emergency: 'alert' } as const;
    return html`
      <li>
        <div>
          <span class="chip ${chip[notice.level]}">${t(`staff.notices.level.${notice.level}`)}</span>
          <p class="strong">${notice.title}</p>
          ${notice.body === null ? nothing : html`<p class="body">${notice.body}</p>`}
          <span class="soft num">${standsWords(notice, this.#rows.value?.screens ?? [], offset)}</span>
          ${
            this.#unsent.about(['notice.post', 'notice.alarm'], notice.id)
              ? html`<p>
                  <span class="chip warn">${consoleIcon('clock')}${t('staff.notices.unsent')}</span>
                </p>`
              : nothing
          }
        </div>
        ${
          isAlarm(notice)
            ? html`<ll-staff-all-clear @ll-all-clear=${() => this.#withdraw(notice)}></ll-staff-all-clear>`
            : html`<div class="actions">
                <button
                  aria-label=${t('staff.notices.editThis', { title: notice.title })}
                  @click=${() => this.#write('notice', notice)}
                >
                  ${t('staff.notices.edit')}
                </button>
                <button
                  class="outline"
                  aria-label=${t('staff.notices.withdrawThis', { title: notice.title })}
                  ?disabled=${this.#change.running}
                  @click=${() => this.#withdraw(notice)}
                >
                  ${t('staff.notices.withdraw')}
                </button>
              </div>`
        }
      </li>
    `;
  }

  #renderTakenDown(notice: Notice): TemplateResult {
    return html`<div class="note taken" role="status">
      <span>${t('staff.notices.withdrawn', { title: notice.title })}</span>
      <button ?disabled=${this.#change.running} @click=${() => this.#putBack(notice)}>
        ${consoleIcon('back')}${t('staff.notices.putBack')}
      </button>
    </div>`;
  }

  #held(): readonly Notice[] {
    return noticesNow(this.#rows.value?.notices ?? [], this.#ticker.time.nowMs);
  }

  readonly #post = async ({ written }: NoticeWrittenEvent): Promise<void> => {
    const made =
      written.name === 'notice.post'
        ? await this.#change.run('notice.post', written.args)
        : await this.#change.run('notice.alarm', written.args);
    if (!made.ok) return;
    this.writing = null;
    if (written.name === 'notice.alarm') this.dispatchEvent(new AlarmRaisedEvent());
  };

  /** As it stands here: what a colleague has made of it meanwhile is not what was looked at. */
  async #withdraw(notice: Notice): Promise<void> {
    const { id, version } = notice;
    const made = await this.#change.run('notice.withdraw', { noticeId: id, baseVersion: version ?? 0 });
    if (made.ok) this.takenDown = isAlarm(notice) ? null : notice;
  }

  async #putBack({ id, level, by: _by, version: _version, ...said }: Notice): Promise<void> {
    if (level === 'emergency') return;
    const made = await this.#change.run('notice.post', { noticeId: id, level, ...said, baseVersion: 0 });
    if (made.ok) this.takenDown = null;
  }
}

const isAlarm = ({ level }: Notice): boolean => level === 'emergency';
