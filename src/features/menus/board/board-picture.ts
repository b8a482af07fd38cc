import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MediaUrl } from '../../../app/media-url.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import type { MenuItem } from '../model/menu.ts';

/**
 * The picture beside a page of the menu: the photo of a dish on it that is still to be had, as soon as the device holds
 * it whole; a drawing till then. It comes after the words.
 */
@customElement('ll-board-picture')
export class LlBoardPicture extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      min-height: 0;
      border-radius: calc(var(--am) * 16);
      background: var(--night-raised);
      overflow: hidden;
    }
    svg,
    img {
      display: block;
      width: 100%;
      height: 100%;
    }
    svg {
      box-sizing: border-box;
      padding: 0 calc(var(--am) * 6);
    }
    img {
      object-fit: cover;
    }
  `;

  /** The dishes of the page. */
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  readonly #photo = new MediaUrl(this);

  override render(): TemplateResult | typeof nothing {
    const item = dishToPicture(this.items);
    const url = this.#photo.of(item?.photo ?? null);
    if (url !== null) return html`<img src=${url} alt="" @error=${() => this.#photo.broken()} />`;
    return item === undefined ? nothing : html`${dishDrawing(item.drawing)}`;
  }
}

/** The first dish still to be had that has a photo, else the first that is not the rice. */
function dishToPicture(items: readonly MenuItem[]): MenuItem | undefined {
  const left = items.filter((item) => !item.soldOut);
  return (
    left.find((item) => item.photo !== null) ??
    left.find((item) => item.drawing !== 'rice' && item.drawing !== 'bun') ??
    left[0] ??
    items[0]
  );
}
