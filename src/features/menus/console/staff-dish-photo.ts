import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { mediaAddress, uploadsContext, type Uploads, type UploadState } from '../../../app/uploads.ts';
import { id, type MediaHash } from '../../../kernel/ids.ts';
import type { View } from '../../../protocol/client/api.ts';
import { inLibrary, isPhoto, type MediaItem } from '../../media/model/media.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { pickStyles } from '../../../ui/console/styles/pick-styles.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { sizeWords } from '../../../i18n/size.ts';
import { refusalWords, waitWords } from '../../../ui/console/upload-words.ts';
import { whyNoPhoto } from './why-no-photo.ts';

/** Another photo was chosen for a dish, or none. */
class DishPhotoEvent extends Event {
  constructor(readonly photo: MediaHash | null) {
    super('ll-dish-photo');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dish-photo': LlStaffDishPhoto;
  }
  interface HTMLElementEventMap {
    'll-dish-photo': DishPhotoEvent;
  }
}

const readPhotos = async (view: View): Promise<readonly MediaItem[]> =>
  inLibrary(await view.list('centre', 'media')).filter(isPhoto);

/** What a telephone's picker offers: of these an iPhone makes a JPEG by itself. */
const ACCEPTED = 'image/jpeg,image/png,image/webp';

/** A photo on its way, or one that is not taken, and why. */
type Step =
  | { readonly at: 'sending'; readonly upload: number }
  | { readonly at: 'refused'; readonly why: string | null };

/**
 * Which photo stands for a dish on televisions and kiosks: one of the library, or one that is taken here and sent. What is
 * written besides stays as it is, whatever becomes of the photo.
 *
 * @event ll-dish-photo - Another was chosen, or has come.
 */
@customElement('ll-staff-dish-photo')
export class LlStaffDishPhoto extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    pickStyles,
    css`
      .choice {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
        align-items: center;
        max-width: 32rem;
      }
      label {
        grid-column: 1 / -1;
        margin: 0;
      }
      img {
        width: 4.875rem;
        height: 2.75rem;
        border-radius: 0.5rem;
        object-fit: cover;
      }
      .pick {
        display: inline-block;
        margin-top: 0.5rem;
      }
      progress {
        width: 100%;
        max-width: 32rem;
        height: 0.625rem;
        accent-color: var(--pine);
      }
    `,
  ];

  @property({ attribute: false }) photo: MediaHash | null = null;
  @state() private step: Step | null = null;

  readonly #photos = new LiveQuery(this, { query: readPhotos, args: () => [], isEmpty: () => false });
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
    const photos = this.#photos.value ?? [];
    const { photo } = this;
    const hasChoice = photos.length > 0 || photo !== null;
    if (!hasChoice && this.#uploads.value === undefined) return nothing;
    const isHere = photos.some((one) => one.id === photo);
    return html`
      ${
        hasChoice
          ? html`<div class="choice">
              <label for="photo">${t('staff.menu.photo')}</label>
              <select id="photo" @change=${this.#chosen}>
                <option value="" ?selected=${photo === null}>${t('staff.menu.noPhoto')}</option>
                ${photo === null || isHere ? nothing : html`<option value=${photo} selected>${t('staff.menu.photoGone')}</option>`}
                ${photos.map((one) => html`<option value=${one.id} ?selected=${one.id === photo}>${one.title}</option>`)}
              </select>
              ${isHere && photo !== null ? html`<img src=${mediaAddress(photo)} alt="" loading="lazy" />` : nothing}
            </div>`
          : nothing
      }
      ${this.#renderStep()}
    `;
  }

  #renderStep(): TemplateResult | typeof nothing {
    const { step } = this;
    if (this.#uploads.value === undefined) return nothing;
    const one = step?.at === 'sending' ? this.#upload(step.upload) : undefined;
    if (one !== undefined && one.state !== 'refused') return this.#renderSending(one);
    return html`
      ${
        step?.at === 'refused'
          ? html`<p class="problem" role="alert">
              ${consoleIcon('warning')}<span>${refusalWords(step.why)}${t('staff.menu.photoRestStays')}</span>
            </p>`
          : nothing
      }
      <div class="pick">
        <input
          type="file"
          accept=${ACCEPTED}
          aria-label=${t('staff.menu.photoAdd')}
          @change=${this.#picked}
        />
        <span class="button" aria-hidden="true">${consoleIcon('plus')}${t('staff.menu.photoAdd')}</span>
      </div>
    `;
  }

  #renderSending({ id: upload, state: how, why, sizeBytes, sentBytes }: UploadState): TemplateResult {
    const waits = how === 'waiting' && why !== 'turn';
    const words =
      how === 'preparing'
        ? t('staff.media.preparing')
        : how === 'waiting'
          ? waitWords(why)
          : sentBytes >= sizeBytes
            ? t('staff.media.looking')
            : t('staff.media.sent', { sent: sizeWords(sentBytes), size: sizeWords(sizeBytes) });
    return html`<p role="status" class=${waits ? 'note warn' : 'soft num'}>
        <span>${words}${waits ? t('staff.menu.photoLater') : nothing}</span>
      </p>
      <progress max=${sizeBytes} value=${sentBytes} aria-label=${t('staff.menu.photo')}></progress>
      <div class="actions">
        <button @click=${() => this.#giveUp(upload)}>${t('staff.media.cancel')}</button>
      </div>`;
  }

  #upload(upload: number): UploadState | undefined {
    return this.#uploads.value?.list.find((one) => one.id === upload);
  }

  #listen(uploads: Uploads | undefined): void {
    this.#stop?.();
    this.#stop = uploads?.onChange(() => this.#heard(uploads));
    this.requestUpdate();
  }

  /** It has come, or is not taken: then it is off the list of what is sent, which is elsewhere, and told here. */
  #heard(uploads: Uploads): void {
    const one = this.step?.at === 'sending' ? this.#upload(this.step.upload) : undefined;
    if (one?.state === 'done' && one.hash !== undefined) {
      this.step = null;
      this.dispatchEvent(new DishPhotoEvent(id(one.hash)));
    } else if (one?.state === 'refused') {
      this.step = { at: 'refused', why: one.why };
      uploads.cancel(one.id);
    } else this.requestUpdate();
  }

  #giveUp(upload: number): void {
    this.step = null;
    this.#uploads.value?.cancel(upload);
  }

  readonly #picked = async ({ currentTarget: field }: Event): Promise<void> => {
    const uploads = this.#uploads.value;
    if (!(field instanceof HTMLInputElement) || uploads === undefined) return;
    const file = field.files?.[0];
    // The same file may be picked again.
    field.value = '';
    if (file === undefined) return;
    const why = await whyNoPhoto(file);
    if (why !== null) {
      this.step = { at: 'refused', why };
      return;
    }
    uploads.add([file]);
    const upload = uploads.list[uploads.list.length - 1]?.id;
    if (upload !== undefined) this.step = { at: 'sending', upload };
  };

  readonly #chosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = (this.#photos.value ?? []).find(({ id: photo }) => photo === target.value);
    if (chosen !== undefined || target.value === '')
      this.dispatchEvent(new DishPhotoEvent(chosen?.id ?? null));
  };
}
