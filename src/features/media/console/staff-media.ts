import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { usesOf, type MediaItem } from '../model/media.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import '../../../ui/console/sheet.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { useWords, whatWords } from './media-words.ts';
import { readMedia, type Library } from './read-media.ts';
import { thumb, thumbStyles } from './thumb.ts';
import './staff-uploads.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-media': LlStaffMedia;
  }
}

/** The centre's photos, videos and sounds: what there is, where it is used, its name, and the way out and back. */
@customElement('ll-staff-media')
export class LlStaffMedia extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    detailsStyles,
    fieldStyles,
    messageStyles,
    thumbStyles,
    css`
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.25rem 0.875rem;
        align-items: center;
        padding: 0.625rem 0;
      }
      .title {
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .note {
        margin-top: 0.75rem;
      }
      @media (max-width: 30rem) {
        li {
          grid-template-columns: auto minmax(0, 1fr);
        }
        li .actions {
          grid-column: 1 / -1;
          justify-content: flex-end;
        }
      }
    `,
  ];

  /** What has just been taken out, to be put back by one press. */
  @state() private takenOut: MediaItem | null = null;
  @state() private renamed: MediaItem | null = null;
  @query('#name') private readonly nameField!: HTMLInputElement | null;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, { query: readMedia, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const states = rowStates('staff.media.none', this.#sync);
    const refused = this.#change.refusal === null ? '' : t('staff.media.notChanged');
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.media.heading')}</h2>
        <ll-staff-uploads .files=${this.#rows.value?.files ?? []}></ll-staff-uploads>
        ${this.#undo()}
        ${
          refused === '' || this.renamed !== null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
        }
        ${this.#rows.render<unknown>({
          ...states,
          complete: (library) => html`
            ${
              library.files.length === 0
                ? states.empty()
                : html`<ul class="rows">
                    ${library.files.map((media) => this.#renderFile(media, library))}
                  </ul>`
            }
            ${this.#renderRemoved(library)}
          `,
        })}
      </section>
      ${this.#renderRename(refused)}
    `;
  }

  #call(renamed: MediaItem | null): void {
    this.renamed = renamed;
    this.#change.forget();
  }

  #undo(): TemplateResult | typeof nothing {
    const { takenOut } = this;
    return takenOut === null
      ? nothing
      : html`<p class="note" role="status">
          <span>${t('staff.media.removed', { title: takenOut.title })}</span>
          <button @click=${() => this.#restore(takenOut)}>${t('staff.media.restore')}</button>
        </p>`;
  }

  #renderFile(media: MediaItem, { users }: Library): TemplateResult {
    const uses = usesOf(media.id, users);
    return html`<li>
      ${thumb(media)}
      <div>
        <p class="title">${media.title}</p>
        <p class="soft num">${whatWords(media)}</p>
        ${uses.length === 0 ? nothing : html`<p class="soft">${t('staff.media.usedIn', { uses: useWords(uses) })}</p>`}
      </div>
      <div class="actions">
        <button
          aria-label=${t('staff.media.renameThis', { title: media.title })}
          @click=${() => this.#call(media)}
        >
          ${t('staff.media.rename')}
        </button>
        ${
          uses.length > 0
            ? nothing
            : html`<button
                class="outline"
                aria-label=${t('staff.media.removeThis', { title: media.title })}
                @click=${() => this.#remove(media)}
              >
                ${t('staff.media.remove')}
              </button>`
        }
      </div>
    </li>`;
  }

  #renderRemoved({ removed }: Library): TemplateResult | typeof nothing {
    if (removed.length === 0) return nothing;
    return html`<details>
      <summary>${consoleIcon('back')}${t('staff.media.lately', { count: removed.length })}</summary>
      <p class="soft">${t('staff.media.latelyMeaning')}</p>
      <ul class="rows">
        ${removed.map(
          (media) =>
            html`<li>
              ${thumb(media)}
              <p class="title">${media.title}</p>
              <button
                aria-label=${t('staff.media.restoreThis', { title: media.title })}
                @click=${() => this.#restore(media)}
              >
                ${t('staff.media.restore')}
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #renderRename(refused: string): TemplateResult {
    return html`<ll-sheet
      actions
      ?open=${this.renamed !== null}
      heading=${t('staff.media.rename')}
      close-label=${t('staff.close')}
      problem=${refused}
      @ll-sheet-close=${() => this.#call(null)}
    >
      ${
        this.renamed === null
          ? nothing
          : html`<form novalidate @submit=${this.#rename}>
              <label for="name">${t('staff.media.name')}</label>
              <input id="name" maxlength="120" autocomplete="off" .value=${this.renamed.title} />
            </form>`
      }
      <button slot="actions" @click=${() => this.#call(null)}>${t('staff.cancel')}</button>
      <button slot="actions" class="confirm" @click=${this.#rename}>${t('staff.media.save')}</button>
    </ll-sheet>`;
  }

  readonly #rename = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = this.nameField?.value.trim() ?? '';
    if (this.renamed === null || title === '') return;
    const made = await this.#change.run('media.rename', { mediaId: this.renamed.id, title });
    if (made.ok) this.renamed = null;
  };

  async #remove(media: MediaItem): Promise<void> {
    const made = await this.#change.run('media.remove', { mediaId: media.id });
    this.takenOut = made.ok ? media : null;
  }

  async #restore(media: MediaItem): Promise<void> {
    const made = await this.#change.run('media.restore', { mediaId: media.id });
    if (made.ok) this.takenOut = null;
  }
}
