import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../../app/new-id.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf, type TimeReading } from '../../../kernel/time.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leaveSheet } from '../../../ui/console/sheet.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { isRetired } from '../../devices/model/retired.ts';
import type { Notice } from '../model/notice.ts';
import {
  draftOf,
  isStay,
  NEW_DRAFT,
  places,
  staysOf,
  untilOf,
  whereOf,
  type Draft,
  type Place,
} from './notice-draft.ts';
import {
  fieldId,
  NO_WORDS,
  noticeField,
  saidOf,
  tooLongIn,
  type Words,
  type WordsField,
} from './notice-field.ts';
import { isNoticeForm, type NoticeForm } from './notice-kept.ts';
import { hasBlank, templateNamed, templateNames, templateOf, templateTitle } from './notice-templates.ts';
import { NoticeWrittenEvent } from './notice-written.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notice-sheet': LlStaffNoticeSheet;
  }
}

/**
 * Writes a notice, from ready words where there are some, or changes one: a line on each glass it is for, or where it is
 * urgent a panel.
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
        grid-template-columns: minmax(0, 1fr);
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
      .back {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** What is changed; null for another one. */
  @property({ attribute: false }) standing: Notice | null = null;
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';
  /** The televisions of the house. */
  @property({ attribute: false }) screens: readonly RowOf<'device'>[] = [];
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };
  @property({ type: Number }) utcOffsetMinutes = utcOffsetOf();

  /** As it was when it was opened. */
  @state() private begun: Draft = NEW_DRAFT;
  @state() private draft: Draft = NEW_DRAFT;
  /** Which of the ready words were taken; empty where somebody writes their own. */
  @state() private template = '';
  /** What somebody had written before they took ready words over it. */
  @state() private overwritten: Draft | null = null;
  @state() private problem: 'titleEmpty' | 'blank' | 'nowhere' | null = null;

  /** What is changed, as it was looked at when the sheet was opened. */
  #base: Notice | null = null;

  readonly #unfinished = new UnfinishedForm<NoticeForm>(this, {
    what: 'notice',
    is: isNoticeForm,
    show: (left) => {
      this.#begin(left?.base ?? this.standing);
      if (left !== null) this.draft = left.draft;
    },
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open')) return;
    if (!this.open) return this.#unfinished.close();
    this.#begin(this.standing);
    this.#unfinished.open(this.standing?.id ?? 'new');
  }

  #begin(base: Notice | null): void {
    this.#base = base;
    this.begun = base === null ? NEW_DRAFT : draftOf(base);
    this.draft = this.begun;
    this.template = '';
    this.overwritten = null;
    this.problem = null;
  }

  override render(): TemplateResult {
    const isNew = this.standing === null;
    return html`
      <ll-sheet
        actions
        ?open=${this.open}
        ?written=${this.draft !== this.begun}
        heading=${t(isNew ? 'staff.notices.write' : 'staff.notices.editHeading')}
        close-label=${t('staff.close')}
        problem=${this.problem === 'blank' ? t('staff.notices.blank') : this.refused}
      >
        ${this.open ? this.#renderForm(isNew) : nothing}
        <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
        <button slot="actions" class="confirm" @click=${this.#go}>
          ${t(isNew ? 'staff.notices.post' : 'staff.notices.save')}
        </button>
      </ll-sheet>
    `;
  }

  #renderForm(isNew: boolean): TemplateResult {
    const { level, stay, words } = this.draft;
    const write = (written: Partial<Words>): void => this.#set({ words: { ...words, ...written } });
    const field = (name: WordsField, problem = ''): TemplateResult =>
      noticeField(words, name, write, { problem });
    return html`
      <form novalidate @submit=${this.#go}>
        ${unfinishedNote(this.#unfinished)} ${isNew ? this.#renderTemplates() : nothing}
        <fieldset>
          <legend class="label">${t('staff.notices.howUrgent')}</legend>
          ${(['normal', 'urgent'] as const).map(
            (one) =>
              html`<label class="tick">
                <input
                  type="radio"
                  name="level"
                  value=${one}
                  .checked=${level === one}
                  @change=${() => this.#set({ level: one })}
                />
                ${t(`staff.notices.as.${one}`)}
              </label>`,
          )}
        </fieldset>
        ${field('title', this.problem === 'titleEmpty' ? t('staff.notices.titleEmpty') : '')} ${field('body')}
        ${field('titleEn')} ${field('bodyEn')} ${this.#renderWhere()}
        <div>
          <label for="stay">${t('staff.notices.stay')}</label>
          <select
            id="stay"
            @change=${(event: Event) => {
              const chosen = valueOf(event);
              if (isStay(chosen)) this.#set({ stay: chosen });
            }}
          >
            ${staysOf(isNew).map(
              (one) =>
                html`<option value=${one} ?selected=${one === stay}>
                  ${t(`staff.notices.stays.${one}`)}
                </option>`,
            )}
          </select>
        </div>
      </form>
    `;
  }

  #renderTemplates(): TemplateResult {
    return html`<div>
      <label for="template">${t('staff.notices.template')}</label>
      <select id="template" @change=${(event: Event) => this.#take(valueOf(event))}>
        <option value="" ?selected=${this.template === ''}>${t('staff.notices.templateNone')}</option>
        ${templateNames.map(
          (name) =>
            html`<option value=${name} ?selected=${name === this.template}>${templateTitle(name)}</option>`,
        )}
      </select>
      ${
        this.overwritten === null
          ? nothing
          : html`<button type="button" class="back" @click=${this.#takeBack}>
              ${consoleIcon('back')}${t('staff.notices.templateBack')}
            </button>`
      }
    </div>`;
  }

  #renderWhere(): TemplateResult {
    const { place, screens } = this.draft;
    return html`
      <div>
        <label for="where">${t('staff.notices.where')}</label>
        <select
          id="where"
          @change=${(event: Event) => this.#set({ place: places.find((one) => one === valueOf(event)) ?? 'all' })}
        >
          ${places.map(
            (one: Place) =>
              html`<option value=${one} ?selected=${one === place}>
                ${t(`staff.notices.places.${one}`)}
              </option>`,
          )}
        </select>
      </div>
      ${
        place === 'chosen'
          ? html`<fieldset>
              <legend class="label">${t('staff.notices.whichScreens')}</legend>
              ${this.screens
                // One that was put away can be taken out of a notice, not into it.
                .filter((one) => !isRetired(one) || screens.includes(one.id))
                .map(
                  ({ id: screen, name }) =>
                    html`<label class="tick"
                      ><input
                        type="checkbox"
                        name="screen"
                        value=${screen}
                        .checked=${screens.includes(screen)}
                        @change=${() =>
                          this.#set({
                            screens: screens.includes(screen)
                              ? screens.filter((one) => one !== screen)
                              : [...screens, screen],
                          })}
                      />${name}</label
                    >`,
                )}
              <p class="problem" role="alert" ?hidden=${this.problem !== 'nowhere'}>
                ${consoleIcon('warning')}${t('staff.notices.nowhere')}
              </p>
            </fieldset>`
          : nothing
      }
    `;
  }

  #set(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    this.#unfinished.keep({ base: this.#base, draft: this.draft });
  }

  /** Ready words in place of what is there; what somebody wrote by hand can be had back. */
  #take(name: string): void {
    const chosen = templateNamed(name);
    const own = this.template === '' || this.draft.words !== this.begun.words;
    const wasWritten = own && Object.values(this.draft.words).some((text: string) => text.trim() !== '');
    if (wasWritten && this.overwritten === null) this.overwritten = this.draft;
    this.template = chosen ?? '';
    this.problem = null;
    this.#set(chosen === undefined ? { words: NO_WORDS } : templateOf(chosen));
    this.begun = { ...this.begun, words: this.draft.words };
  }

  readonly #takeBack = (): void => {
    if (this.overwritten !== null) this.#set(this.overwritten);
    this.overwritten = null;
    this.template = '';
  };

  readonly #go = (event: Event): void => {
    event.preventDefault();
    const { draft } = this;
    const said = saidOf(draft.words);
    const where = whereOf(draft);
    const tooLong = tooLongIn(draft.words);
    const isNowhere = !where.kiosks && where.screens.length === 0;
    this.problem =
      said.title === '' ? 'titleEmpty' : hasBlank(draft.words) ? 'blank' : isNowhere ? 'nowhere' : null;
    if (this.problem === null && tooLong === null) this.#post(said, where);
    else if (this.problem !== 'nowhere')
      this.renderRoot.querySelector<HTMLElement>(`#${fieldId(tooLong ?? 'title')}`)?.focus();
  };

  #post(said: ReturnType<typeof saidOf>, where: NonNullable<Notice['where']>): void {
    const base = this.#base;
    const { level, stay } = this.draft;
    const untilMs = untilOf(stay, base, this.time, this.utcOffsetMinutes);
    const fromMs = base?.fromMs ?? this.time.nowMs ?? 0;
    const noticeId = base?.id ?? newId<'NoticeId'>();
    const args = { noticeId, level, ...said, where, fromMs, untilMs, baseVersion: base?.version ?? 0 };
    this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.post', args }));
  }
}

const valueOf = ({ target }: Event): string => (target instanceof HTMLSelectElement ? target.value : '');
