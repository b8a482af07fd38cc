import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { uploadsContext, type Uploads, type UploadState } from '../../../app/uploads.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { pickStyles } from '../../../ui/console/styles/pick-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { sizeWords } from '../../../i18n/size.ts';
import { refusalWords, waitWords } from '../../../ui/console/upload-words.ts';
import type { MediaItem } from '../model/media.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-uploads': LlStaffUploads;
  }
}

/** What a picker offers; what comes all the same is looked at by the hub. */
const ACCEPTED =
  'image/jpeg,image/png,image/webp,video/mp4,video/quicktime,audio/mp4,audio/mpeg,audio/wav,.m4a,.mp3,.wav,.mov';

/** Brings photos and videos from this computer or phone to the hub, and says how far they are. */
@customElement('ll-staff-uploads')
export class LlStaffUploads extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    rowsStyles,
    messageStyles,
    pickStyles,
    css`
      .pick {
        margin: 0.75rem 0 0.375rem;
      }
      .pick.over .button {
        outline: 3px dashed var(--pine);
        outline-offset: 2px;
      }
      #kinds {
        margin-bottom: 0.75rem;
      }
      li {
        display: grid;
        gap: 0.25rem;
        padding: 0.75rem 0;
      }
      .title {
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      progress {
        width: 100%;
        height: 0.625rem;
        accent-color: var(--pine);
      }
    `,
  ];

  /** What the library holds: a file that is in it already keeps the name it has there. */
  @property({ attribute: false }) files: readonly MediaItem[] = [];

  #stop: (() => void) | undefined;
  readonly #uploads = new ContextConsumer(this, {
    context: uploadsContext,
    subscribe: true,
    callback: (uploads) => this.#listen(uploads),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.#uploads.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render(): TemplateResult | typeof nothing {
    const uploads = this.#uploads.value;
    if (uploads === undefined) return nothing;
    return html`
      <div class="pick" @dragover=${this.#over} @dragleave=${this.#leave} @drop=${this.#drop}>
        <input
          type="file"
          multiple
          accept=${ACCEPTED}
          aria-label=${t('staff.media.add')}
          aria-describedby="kinds"
          @change=${this.#picked}
        />
        <span class="button confirm" aria-hidden="true">${consoleIcon('plus')}${t('staff.media.add')}</span>
      </div>
      <p class="soft" id="kinds">${t('staff.media.kinds')}</p>
      ${
        uploads.list.length === 0
          ? nothing
          : html`<ul class="rows" aria-label=${t('staff.media.uploads')}>
              ${uploads.list.map((one) => this.#renderOne(uploads, one))}
            </ul>`
      }
    `;
  }

  #renderOne(uploads: Uploads, one: UploadState): TemplateResult {
    const { id, title, state, sentBytes, sizeBytes } = one;
    const under = state === 'sending' || state === 'waiting' || state === 'paused';
    return html`<li>
      <span class="title">${title}</span>
      ${under ? html`<progress max=${sizeBytes} value=${sentBytes} aria-label=${title}></progress>` : nothing}
      <span class="soft num" role="status">${wordsOf(one, this.files)}</span>
      ${
        state === 'refused'
          ? html`<p class="problem" role="alert">${consoleIcon('warning')}${refusalWords(one.why)}</p>`
          : nothing
      }
      ${
        state === 'done'
          ? nothing
          : html`<div class="actions">
              ${
                state === 'sending'
                  ? html`<button @click=${() => uploads.pause(id)}>
                      ${consoleIcon('pause')}${t('staff.media.pause')}
                    </button>`
                  : nothing
              }
              ${
                state === 'paused'
                  ? html`<button @click=${() => uploads.resume(id)}>
                      ${consoleIcon('play')}${t('staff.media.resume')}
                    </button>`
                  : nothing
              }
              <button @click=${() => uploads.cancel(id)}>
                ${t(state === 'refused' ? 'staff.media.dismiss' : 'staff.media.cancel')}
              </button>
            </div>`
      }
    </li>`;
  }

  #listen(uploads: Uploads | undefined): void {
    this.#stop?.();
    this.#stop = uploads?.onChange(() => this.requestUpdate());
    this.requestUpdate();
  }

  readonly #picked = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement)) return;
    this.#uploads.value?.add([...(field.files ?? [])]);
    // The same file may be picked again.
    field.value = '';
  };

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.classList.add('over');
  };

  readonly #leave = (event: DragEvent): void => {
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.classList.remove('over');
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.#leave(event);
    this.#uploads.value?.add([...(event.dataTransfer?.files ?? [])]);
  };
}

function wordsOf(
  { title, state, why, sentBytes, sizeBytes, hash }: UploadState,
  files: readonly MediaItem[],
): string {
  switch (state) {
    case 'preparing':
      return t('staff.media.preparing');
    case 'sending':
      return sentBytes >= sizeBytes
        ? t('staff.media.looking')
        : t('staff.media.sent', { sent: sizeWords(sentBytes), size: sizeWords(sizeBytes) });
    case 'waiting':
      return waitWords(why);
    case 'paused':
      return t('staff.media.paused', { sent: sizeWords(sentBytes), size: sizeWords(sizeBytes) });
    case 'done': {
      const stands = files.find(({ id }) => id === hash)?.title ?? title;
      return stands === title ? t('staff.media.done') : t('staff.media.hadIt', { title: stands });
    }
    case 'refused':
      return '';
  }
}
