import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { id } from '../../../kernel/ids.ts';
import { addDays, momentOf, unixOf, utcOffsetOf, type TimeReading } from '../../../kernel/time.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';

type Written =
  | { readonly name: 'notice.post'; readonly args: ArgsOf<'notice.post'> }
  | { readonly name: 'notice.alarm'; readonly args: ArgsOf<'notice.alarm'> };

/** Something is to be said on the glasses. */
export class NoticeWrittenEvent extends Event {
  constructor(readonly written: Written) {
    super('ll-notice-written');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notice-sheet': LlStaffNoticeSheet;
  }
  interface HTMLElementEventMap {
    'll-notice-written': NoticeWrittenEvent;
  }
}

/** How long a notice stays: to the end of so many days from today; `open` until it is withdrawn. */
const stays = { today: 1, tomorrow: 2, week: 7, open: null } as const;
type Stay = keyof typeof stays;
const isStay = (value: string): value is Stay => value in stays;

/**
 * Writes a notice, or an emergency. An emergency fills every glass at once, so it is shown once more, as it will
 * stand there, before it goes.
 *
 * @event ll-notice-written - What is to be said.
 * @event ll-sheet-close - Nothing.
 */
@customElement('ll-staff-notice-sheet')
export class LlStaffNoticeSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 0.75rem;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      textarea {
        min-height: 6rem;
        resize: vertical;
      }
      .glass {
        padding: 1.5rem 1.25rem;
        border-radius: var(--radius);
        background: var(--alarm);
        color: #fff;
        text-align: center;
      }
      .glass strong {
        display: block;
        font-size: 1.75rem;
        font-weight: 900;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** What is written; null while nothing is. */
  @property({ attribute: false }) writes: 'notice' | 'alarm' | null = null;
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };
  @property({ type: Number }) utcOffsetMinutes = utcOffsetOf();

  @state() private untitled = false;
  /** The emergency that waits for a second yes. */
  @state() private asked: { readonly title: string; readonly body: string | null } | null = null;

  @query('#title') private readonly titleField!: HTMLInputElement | null;
  @query('#body') private readonly bodyField!: HTMLTextAreaElement | null;
  @query('#title-en') private readonly titleEnField!: HTMLInputElement | null;
  @query('#body-en') private readonly bodyEnField!: HTMLTextAreaElement | null;
  @query('#stay') private readonly stayField!: HTMLSelectElement | null;
  @query('[name="level"]:checked') private readonly levelField!: HTMLInputElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('writes')) return;
    this.untitled = false;
    this.asked = null;
  }

  override render(): TemplateResult {
    const alarm = this.writes === 'alarm';
    return html`
      <ll-sheet
        actions
        ?open=${this.writes !== null}
        heading=${t(alarm ? 'staff.notices.alarm' : 'staff.notices.write')}
        close-label=${t('staff.close')}
      >
        ${this.writes === null ? nothing : this.asked === null ? this.#renderForm(alarm) : this.#renderGlass()}
        <button slot="actions" @click=${this.#back}>
          ${t(this.asked === null ? 'staff.cancel' : 'staff.notices.change')}
        </button>
        <button slot="actions" class=${alarm ? 'primary' : 'confirm'} @click=${this.#go}>
          ${t(alarm ? (this.asked === null ? 'staff.notices.look' : 'staff.notices.raise') : 'staff.notices.post')}
        </button>
      </ll-sheet>
    `;
  }

  #renderForm(alarm: boolean): TemplateResult {
    return html`
      <form novalidate @submit=${this.#go}>
        <p class="soft">${t(alarm ? 'staff.notices.alarmMeaning' : 'staff.notices.meaning')}</p>
        ${
          alarm
            ? nothing
            : html`<fieldset>
                <legend class="label">${t('staff.notices.howUrgent')}</legend>
                ${(['normal', 'urgent'] as const).map(
                  (level) =>
                    html`<label class="tick">
                      <input type="radio" name="level" value=${level} ?checked=${level === 'normal'} />
                      ${t(`staff.notices.level.${level}`)}
                    </label>`,
                )}
              </fieldset>`
        }
        <div>
          <label for="title">${t('staff.notices.title')}</label>
          <input
            id="title"
            maxlength="40"
            aria-invalid=${this.untitled ? 'true' : 'false'}
            aria-describedby="problem"
            .value=${this.asked?.title ?? ''}
          />
          <p class="problem" id="problem" role="alert" ?hidden=${!this.untitled}>
            ${consoleIcon('warning')}${t('staff.notices.titleEmpty')}
          </p>
        </div>
        <div>
          <label for="body">${t('staff.notices.body')}</label>
          <textarea id="body" maxlength="300"></textarea>
        </div>
        ${
          alarm
            ? nothing
            : html`<div>
                  <label for="title-en">${t('staff.notices.titleEn')}</label>
                  <input id="title-en" lang="en" maxlength="40" />
                </div>
                <div>
                  <label for="body-en">${t('staff.notices.bodyEn')}</label>
                  <textarea id="body-en" lang="en" maxlength="300"></textarea>
                </div>`
        }
        ${
          alarm
            ? nothing
            : html`<div>
                <label for="stay">${t('staff.notices.stay')}</label>
                <select id="stay">
                  ${Object.keys(stays).map(
                    (stay) =>
                      html`<option value=${stay}>
                        ${isStay(stay) ? t(`staff.notices.stays.${stay}`) : ''}
                      </option>`,
                  )}
                </select>
              </div>`
        }
      </form>
    `;
  }

  #renderGlass(): TemplateResult {
    return html`
      <div class="stack">
        <p class="strong">${t('staff.notices.ask')}</p>
        <div class="glass"><strong>${this.asked?.title}</strong>${this.asked?.body}</div>
      </div>
    `;
  }

  readonly #back = async (): Promise<void> => {
    const { asked } = this;
    if (asked === null) {
      this.dispatchEvent(new SheetCloseEvent());
      return;
    }
    this.asked = null;
    await this.updateComplete;
    if (this.titleField !== null) this.titleField.value = asked.title;
    if (this.bodyField !== null) this.bodyField.value = asked.body ?? '';
  };

  readonly #go = (event: Event): void => {
    event.preventDefault();
    if (this.asked !== null) {
      const args = { noticeId: newId(), ...this.asked, untilMs: null };
      this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.alarm', args }));
      return;
    }
    const title = this.titleField?.value.trim() ?? '';
    const body = wordsIn(this.bodyField);
    this.untitled = title === '';
    if (this.untitled) this.titleField?.focus();
    else if (this.writes === 'alarm') this.asked = { title, body };
    else this.#post(title, body);
  };

  #post(title: string, body: string | null): void {
    const level = this.levelField?.value === 'urgent' ? 'urgent' : 'normal';
    const stay = this.stayField?.value ?? 'today';
    const days = isStay(stay) ? stays[stay] : stays.today;
    const moment = momentOf(this.time, this.utcOffsetMinutes);
    const untilMs =
      days === null || moment === null ? null : unixOf(addDays(moment.date, days), 0, this.utcOffsetMinutes);
    const said = { title, titleEn: wordsIn(this.titleEnField), body, bodyEn: wordsIn(this.bodyEnField) };
    const args = { noticeId: newId(), level, ...said, fromMs: this.time.nowMs ?? 0, untilMs } as const;
    this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.post', args }));
  }
}

/** What is written in a field; null where nothing is. */
function wordsIn(field: HTMLInputElement | HTMLTextAreaElement | null): string | null {
  const words = field?.value.trim() ?? '';
  return words === '' ? null : words;
}

const newId = () => id<'NoticeId'>(crypto.randomUUID());
