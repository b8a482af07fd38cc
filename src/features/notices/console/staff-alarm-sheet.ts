import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
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
import { NoticeWrittenEvent } from './notice-written.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-alarm-sheet': LlStaffAlarmSheet;
  }
}

type Words = Pick<Notice, 'title' | 'body'> & {
  readonly titleEn: string | null;
  readonly bodyEn: string | null;
};
const NONE: Words = { title: '', body: null, titleEn: null, bodyEn: null };

/**
 * Writes an emergency. It fills every glass at once, so it is seen while it is written as each kind of television will
 * show it, and goes only at a second yes; a heading that has no room on one of them does not go at all.
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
  @state() private words = NONE;
  @state() private untitled = false;
  /** How many characters of the heading have room; null where all have. */
  @state() private most: number | null = null;
  /** It waits for the second yes. */
  @state() private asked = false;

  @query('#title') private readonly titleField!: HTMLInputElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open')) return;
    if (this.open) import('./glass-previews.ts').catch((error: unknown) => console.error(error));
    this.words = NONE;
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
    const { title, body, titleEn, bodyEn } = this.words;
    return html`
      <p class="soft">${t('staff.notices.alarmMeaning')}</p>
      <div>
        <label for="title">${t('staff.notices.title')}</label>
        <input
          id="title"
          maxlength="40"
          aria-invalid=${this.untitled || this.most !== null ? 'true' : 'false'}
          aria-describedby="problem too-long"
          .value=${title}
          @input=${(event: InputEvent) => this.#write({ title: written(event) ?? '' })}
        />
        <p class="problem" id="problem" role="alert" ?hidden=${!this.untitled}>
          ${consoleIcon('warning')}${t('staff.notices.titleEmpty')}
        </p>
      </div>
      <div>
        <label for="body">${t('staff.notices.body')}</label>
        <textarea
          id="body"
          maxlength="300"
          .value=${body ?? ''}
          @input=${(event: InputEvent) => this.#write({ body: written(event) })}
        ></textarea>
      </div>
      <div>
        <label for="title-en">${t('staff.notices.titleEn')}</label>
        <input
          id="title-en"
          lang="en"
          maxlength="40"
          .value=${titleEn ?? ''}
          @input=${(event: InputEvent) => this.#write({ titleEn: written(event) })}
        />
      </div>
      <div>
        <label for="body-en">${t('staff.notices.bodyEn')}</label>
        <textarea
          id="body-en"
          lang="en"
          maxlength="300"
          .value=${bodyEn ?? ''}
          @input=${(event: InputEvent) => this.#write({ bodyEn: written(event) })}
        ></textarea>
      </div>
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
    return { id: id('draft'), level: 'emergency', ...this.#said(), fromMs: 0, untilMs: null, by: '-' };
  }

  #said(): Words {
    const { title, body, titleEn, bodyEn } = this.words;
    const trimmed = (words: string | null): string | null => words?.trim() || null;
    return {
      title: title.trim(),
      body: trimmed(body),
      titleEn: trimmed(titleEn),
      bodyEn: trimmed(bodyEn),
    };
  }

  #write(words: Partial<Words>): void {
    this.words = { ...this.words, ...words };
  }

  readonly #back = (): void => {
    if (this.asked) this.asked = false;
    else this.dispatchEvent(new SheetCloseEvent());
  };

  readonly #go = (): void => {
    const said = this.#said();
    this.untitled = said.title === '';
    if (this.untitled || this.most !== null) {
      this.asked = false;
      this.titleField?.focus();
    } else if (this.asked) {
      const args = { noticeId: id<'NoticeId'>(crypto.randomUUID()), ...said, untilMs: null };
      this.dispatchEvent(new NoticeWrittenEvent({ name: 'notice.alarm', args }));
    } else this.asked = true;
  };
}

/** What stands in a field; null where nothing does. */
function written({ target }: Event): string | null {
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
  return field === null || field.value === '' ? null : field.value;
}
