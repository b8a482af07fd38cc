import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Request } from '../model/request.ts';
import { sinceWords } from './request-rows.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-request-notes': LlStaffRequestNotes;
  }
}

type Note = NonNullable<Request['notes']>[number];

/** What was tried for one request, and the way to write down more. */
@customElement('ll-staff-request-notes')
export class LlStaffRequestNotes extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: center;
        padding: 0.125rem 0 0.125rem 0.75rem;
        border-left: 3px solid var(--line);
      }
      li > div {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
        margin-top: 0.5rem;
      }
      form > div {
        flex: 1 1 14rem;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) request!: Request;
  /** Whose request it is, for those who hear the buttons without seeing where they stand. */
  @property() who = '';
  @property({ attribute: false }) nowMs: number | null = null;

  @state() private writing = false;
  /** Taken away here last: it can be put back as long as this page stands. */
  @state() private removed: Note | null = null;
  @query('input') private readonly field!: HTMLInputElement | null;
  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const notes = this.request.notes ?? [];
    return html`
      ${
        notes.length === 0
          ? nothing
          : html`<ul aria-label=${t('staff.requests.notesOf', { who: this.who })}>
              ${notes.map((note) => this.#note(note))}
            </ul>`
      }
      ${
        this.removed === null
          ? nothing
          : html`<p class="note" role="status">
              <span>${t('staff.requests.noteRemoved')}</span>
              <button @click=${this.#putBack}>${t('staff.requests.putBack')}</button>
            </p>`
      }
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${t(
                this.#change.refusal.code === 'too-many-notes'
                  ? 'staff.refusals.why.tooManyNotes'
                  : 'staff.requests.refused',
              )}
            </p>`
      }
      ${this.writing ? this.#form() : this.#open()}
    `;
  }

  #note(note: Note): TemplateResult {
    const { actor } = this.#change.store ?? {};
    const isOwn = actor?.type === 'staff' && actor.name === note.by;
    return html`<li>
      <div>${note.words} <span class="soft num">${note.by} · ${sinceWords(note.atMs, this.nowMs)}</span></div>
      ${
        isOwn
          ? html`<button
              class="bare"
              aria-label=${t('staff.requests.removeNote', { words: note.words })}
              @click=${() => void this.#remove(note)}
            >
              ${consoleIcon('cross')}
            </button>`
          : nothing
      }
    </li>`;
  }

  #open(): TemplateResult {
    return html`<button
      class="bare"
      aria-label=${t('staff.requests.noteFor', { who: this.who })}
      @click=${this.#write}
    >
      ${consoleIcon('plus')}${t('staff.requests.note')}
    </button>`;
  }

  #form(): TemplateResult {
    return html`<form @submit=${this.#keep}>
      <div>
        <label for="words">${t('staff.requests.noteFor', { who: this.who })}</label>
        <input id="words" maxlength="120" autocomplete="off" placeholder=${t('staff.requests.noteExample')} />
      </div>
      <button class="confirm" type="submit">${t('staff.requests.noteKeep')}</button>
      <button type="button" @click=${() => (this.writing = false)}>${t('staff.requests.noteDrop')}</button>
    </form>`;
  }

  readonly #write = async (): Promise<void> => {
    this.writing = true;
    await this.updateComplete;
    this.field?.focus();
  };

  readonly #keep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const words = this.field?.value.trim() ?? '';
    if (words === '') return this.field?.focus();
    const made = await this.#change.run('request.note', { requestId: this.request.id, words });
    if (!made.ok) return;
    this.writing = false;
    this.removed = null;
  };

  async #remove(note: Note): Promise<void> {
    const made = await this.#change.run('request.unnote', { requestId: this.request.id, noteId: note.id });
    if (made.ok) this.removed = note;
  }

  readonly #putBack = async (): Promise<void> => {
    const { removed } = this;
    if (removed === null) return;
    const made = await this.#change.run('request.note', {
      requestId: this.request.id,
      words: removed.words,
    });
    if (made.ok) this.removed = null;
  };
}
