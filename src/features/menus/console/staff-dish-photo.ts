import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { mediaAddress } from '../../../app/uploads.ts';
import type { MediaHash } from '../../../kernel/ids.ts';
import type { View } from '../../../protocol/client/api.ts';
import { inLibrary, isPhoto, type MediaItem } from '../../media/model/media.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

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

/**
 * Which photo of the library stands for a dish on televisions and kiosks. Nothing to choose where there is none.
 *
 * @event ll-dish-photo - Another was chosen.
 */
@customElement('ll-staff-dish-photo')
export class LlStaffDishPhoto extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    css`
      div {
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
    `,
  ];

  @property({ attribute: false }) photo: MediaHash | null = null;
  readonly #photos = new LiveQuery(this, { query: readPhotos, args: () => [], isEmpty: () => false });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const photos = this.#photos.value ?? [];
    const { photo } = this;
    if (photos.length === 0 && photo === null) return nothing;
    const isHere = photos.some(({ id }) => id === photo);
    return html`<div>
      <label for="photo">${t('staff.menu.photo')}</label>
      <select id="photo" @change=${this.#chosen}>
        <option value="" ?selected=${photo === null}>${t('staff.menu.noPhoto')}</option>
        ${photo === null || isHere ? nothing : html`<option value=${photo} selected>${t('staff.menu.photoGone')}</option>`}
        ${photos.map(({ id, title }) => html`<option value=${id} ?selected=${id === photo}>${title}</option>`)}
      </select>
      ${isHere && photo !== null ? html`<img src=${mediaAddress(photo)} alt="" loading="lazy" />` : nothing}
    </div>`;
  }

  readonly #chosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = (this.#photos.value ?? []).find(({ id }) => id === target.value);
    if (chosen !== undefined || target.value === '')
      this.dispatchEvent(new DishPhotoEvent(chosen?.id ?? null));
  };
}
