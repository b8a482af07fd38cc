import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { addDays, momentOf, unixOf, utcOffsetOf, type TimeReading } from '../../../kernel/time.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import type { Notice } from '../model/notice.ts';
import { NoticeWrittenEvent } from './notice-written.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notice-sheet': LlStaffNoticeSheet;
  }
}

/** How long a notice stays: to the end of so many days from today; `open` until it is withdrawn. */
const stays = { today: 1, tomorrow: 2, week: 7, open: null } as const;
type Stay = keyof typeof stays;
const isStay = (value: string): value is Stay => value in stays;

/** Where it stands: everywhere, on one kind of glass, or on the screens that are ticked. */
const places = ['all', 'kiosks', 'screens', 'chosen'] as const;
type Place = (typeof places)[number];

/**
 * Writes a notice: a line on each glass it is for, or where it is urgent a panel.
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
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';
  /** The televisions of the house. */
  @property({ attribute: false }) screens: readonly Pick<RowOf<'device'>, 'id' | 'name'>[] = [];
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };
  @property({ type: Number }) utcOffsetMinutes = utcOffsetOf();

  @state() private untitled = false;
  @state() private nowhere = false;
  @state() private place: Place = 'all';

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
    if (!changed.has('open')) return;
    this.untitled = false;
    this.nowhere = false;
    this.place = 'all';
  }

  override render(): TemplateResult {
    return html`
      <ll-sheet
        actions
        ?open=${this.open}
        heading=${t('staff.notices.write')}
        close-label=${t('staff.close')}
        problem=${this.refused}
      >
        ${this.open ? this.#renderForm() : nothing}
        <button slot="actions" @click=${() => this.dispatchEvent(new SheetCloseEvent())}>
          ${t('staff.cancel')}
        </button>
        <button slot="actions" class="confirm" @click=${this.#go}>${t('staff.notices.post')}</button>
      </ll-sheet>
    `;
  }

  #renderForm(): TemplateResult {
    return html`
      <form novalidate @submit=${this.#go}>
        <fieldset>
          <legend class="label">${t('staff.notices.howUrgent')}</legend>
          ${(['normal', 'urgent'] as const).map(
            (level) =>
              html`<label class="tick">
                <input type="radio" name="level" value=${level} ?checked=${level === 'normal'} />
                ${t(`staff.notices.as.${level}`)}
              </label>`,
          )}
        </fieldset>
        <div>
          <label for="title">${t('staff.notices.title')}</label>
          <input
            id="title"
            maxlength="40"
            aria-invalid=${this.untitled ? 'true' : 'false'}
            aria-describedby="problem"
          />
          <p class="problem" id="problem" role="alert" ?hidden=${!this.untitled}>
            ${consoleIcon('warning')}${t('staff.notices.titleEmpty')}
          </p>
        </div>
        <div>
          <label for="body">${t('staff.notices.body')}</label>
          <textarea id="body" maxlength="300"></textarea>
        </div>
        <div>
          <label for="title-en">${t('staff.notices.titleEn')}</label>
          <input id="title-en" lang="en" maxlength="40" />
        </div>
        <div>
          <label for="body-en">${t('staff.notices.bodyEn')}</label>
          <textarea id="body-en" lang="en" maxlength="300"></textarea>
        </div>
        ${this.#renderWhere()}
        <div>
          <label for="stay">${t('staff.notices.stay')}</label>
          <select id="stay">
            ${Object.keys(stays).map(
              (stay) =>
                html`<option value=${stay}>${isStay(stay) ? t(`staff.notices.stays.${stay}`) : ''}</option>`,
            )}
          </select>
        </div>
      </form>
    `;
  }

  #renderWhere(): TemplateResult {
    return html`
      <div>
        <label for="where">${t('staff.notices.where')}</label>
        <select id="where" @change=${this.#placed}>
          ${places.map(
            (place) =>
              html`<option value=${place} ?selected=${place === this.place}>
                ${t(`staff.notices.places.${place}`)}
              </option>`,
          )}
        </select>
      </div>
      ${
        this.place === 'chosen'
          ? html`<fieldset>
              <legend class="label">${t('staff.notices.whichScreens')}</legend>
              ${this.screens.map(
                ({ id, name }) =>
                  html`<label class="tick"
                    ><input type="checkbox" name="screen" value=${id} />${name}</label
                  >`,
              )}
              <p class="problem" role="alert" ?hidden=${!this.nowhere}>
                ${consoleIcon('warning')}${t('staff.notices.nowhere')}
              </p>
            </fieldset>`
          : nothing
      }
    `;
  }

  readonly #placed = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    this.place = places.find((place) => place === target.value) ?? 'all';
  };

  get #where(): NonNullable<Notice['where']> {
    if (this.place !== 'chosen')
      return { kiosks: this.place !== 'screens', screens: this.place === 'kiosks' ? [] : 'all' };
    const ticked = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name="screen"]:checked')];
    return { kiosks: false, screens: ticked.map(({ value }) => id<'DeviceId'>(value)) };
  }

  readonly #go = (event: Event): void => {
    event.preventDefault();
    const title = this.titleField?.value.trim() ?? '';
    const where = this.#where;
    this.untitled = title === '';
    this.nowhere = !where.kiosks && where.screens.length === 0;
    if (this.untitled) this.titleField?.focus();
    else if (!this.nowhere) this.#post(title, wordsIn(this.bodyField), where);
  };

  #post(title: string, body: string | null, where: NonNullable<Notice['where']>): void {
    const level = this.levelField?.value === 'urgent' ? 'urgent' : 'normal';
    const stay = this.stayField?.value ?? 'today';
    const days = isStay(stay) ? stays[stay] : stays.today;
    const moment = momentOf(this.time, this.utcOffsetMinutes);
    const untilMs =
      days === null || moment === null ? null : unixOf(addDays(moment.date, days), 0, this.utcOffsetMinutes);
    const said = { title, titleEn: wordsIn(this.titleEnField), body, bodyEn: wordsIn(this.bodyEnField) };
    const fromMs = this.time.nowMs ?? 0;
    const args = { noticeId: newId(), level, ...said, where, fromMs, untilMs } as const;
    this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.post', args }));
  }
}

/** What is written in a field; null where nothing is. */
function wordsIn(field: HTMLInputElement | HTMLTextAreaElement | null): string | null {
  const words = field?.value.trim() ?? '';
  return words === '' ? null : words;
}

const newId = () => id<'NoticeId'>(crypto.randomUUID());
