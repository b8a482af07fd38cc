import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../../app/new-id.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { id } from '../../../kernel/ids.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Notice } from '../model/notice.ts';
import type { PanelKind } from '../model/panels.ts';
import type { HeadingFitsEvent } from './glass-previews.ts';
import {
  fieldId,
  NO_WORDS,
  noticeField,
  saidOf,
  tooLongIn,
  type Words,
  type WordsField,
} from './notice-field.ts';
import { NoticeWrittenEvent } from './notice-written.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-alarm-sheet': LlStaffAlarmSheet;
  }
}

/**
 * Writes an emergency. It fills every glass at once, so it is seen while it is written as each kind of television will
 * show it, and goes only at a second yes; a heading that has no room on one of them does not go at all.
 *
 * Alone among the console’s forms it keeps nothing of what is half written. It is a few words, typed in a hurry; what would be
 * there again is another day's danger, one press from every glass, before somebody whose hands shake and who may take it
 * for what they have just typed.
 *
 * @event ll-notice-written - What is to be said.
 * @event ll-sheet-close - Nothing.
 */
@customElement('ll-staff-alarm-sheet')
export class LlStaffAlarmSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .form {
        display: grid;
        gap: 0.75rem;
      }
      textarea {
        min-height: 5rem;
        resize: vertical;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';
  @property({ attribute: false }) panels: readonly PanelKind[] = [];
  /** The names of what hangs in the house and is not let in: nothing comes to it. */
  @property({ attribute: false }) deaf: readonly string[] = [];
  @state() private words = NO_WORDS;
  @state() private untitled = false;
  /** How many characters of the heading have room; null where all have. */
  @state() private most: number | null = null;
  /** It waits for the second yes. */
  @state() private asked = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open')) return;
    if (this.open) import('./glass-previews.ts').catch((error: unknown) => console.error(error));
    this.words = NO_WORDS;
    this.untitled = false;
    this.most = null;
    this.asked = false;
  }

  override render(): TemplateResult {
    return html`
      <ll-sheet
        actions
        ?open=${this.open}
        heading=${t('staff.notices.alarm')}
        close-label=${t('staff.close')}
        problem=${this.refused}
      >
        ${
          this.open
            ? html`<div class="form">
                ${this.asked ? html`<p class="strong">${t('staff.notices.ask')}</p>` : this.#renderFields()}
                ${this.asked && this.deaf.length > 0 ? this.#renderDeaf() : nothing} ${this.#renderTooLong()}
                ${this.#renderPreviews()}
              </div>`
            : nothing
        }
        <button slot="actions" @click=${this.#back}>
          ${t(this.asked ? 'staff.notices.change' : 'staff.cancel')}
        </button>
        <button slot="actions" class="primary" @click=${this.#go}>
          ${t(this.asked ? 'staff.notices.raise' : 'staff.notices.look')}
        </button>
      </ll-sheet>
    `;
  }

  #renderFields(): TemplateResult {
    const field = (name: WordsField): TemplateResult =>
      noticeField(this.words, name, (words) => this.#write(words));
    const title = noticeField(this.words, 'title', (words) => this.#write(words), {
      problem: this.untitled ? t('staff.notices.titleEmpty') : '',
      describedBy: this.most === null ? '' : 'too-long',
    });
    return html`
      <p class="soft">${t('staff.notices.alarmMeaning')}</p>
      ${title} ${field('body')} ${field('titleEn')} ${field('bodyEn')}
    `;
  }

  #renderDeaf(): TemplateResult {
    return html`<p class="note warn deaf">
      ${consoleIcon('warning')}<span
        >${t('staff.notices.deaf', { names: this.deaf.join(t('common.listJoin')) })}</span
      >
    </p>`;
  }

  #renderTooLong(): TemplateResult {
    return html`<p class="problem" id="too-long" role="alert" ?hidden=${this.most === null}>
      ${this.most === null ? nothing : html`${consoleIcon('warning')}${t('staff.notices.tooLong', { count: this.most })}`}
    </p>`;
  }

  #renderPreviews(): TemplateResult {
    return html`<ll-glass-previews
      .panels=${this.panels}
      .notice=${this.#draft()}
      @ll-heading-fits=${({ most }: HeadingFitsEvent) => (this.most = most)}
    ></ll-glass-previews>`;
  }

  #draft(): Notice {
    return { id: id('draft'), level: 'emergency', ...saidOf(this.words), fromMs: 0, untilMs: null, by: '-' };
  }

  #write(words: Partial<Words>): void {
    this.words = { ...this.words, ...words };
  }

  readonly #back = (): void => {
    if (this.asked) this.asked = false;
    else this.dispatchEvent(new SheetCloseEvent());
  };

  readonly #go = (): void => {
    const said = saidOf(this.words);
    const tooLong = tooLongIn(this.words);
    this.untitled = said.title === '';
    if (this.untitled || this.most !== null || tooLong !== null) {
      this.asked = false;
      this.renderRoot.querySelector<HTMLElement>(`#${fieldId(tooLong ?? 'title')}`)?.focus();
    } else if (this.asked) {
      const args = { noticeId: newId<'NoticeId'>(), ...said, untilMs: null };
      this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.alarm', args }));
    } else this.asked = true;
  };
}
