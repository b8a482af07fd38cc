import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countWith, dishFilters, type DishFilter } from '../model/dish-filters.ts';
import type { MenuItem } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { FittingWords } from '../../../ui/kiosk/fitting-words.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** Other dishes are asked for. */
export class DishFilterEvent extends Event {
  static readonly type = 'll-dish-filter';
  constructor(readonly asked: readonly DishFilter[]) {
    super(DishFilterEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-dish-filter': DishFilterEvent;
  }
}

/**
 * What kind of dish one may and likes to eat, a tap each, with how many there are; and the way back to all of them.
 * @fires ll-dish-filter
 */
@customElement('ll-dish-filter-bar')
export class LlDishFilterBar extends KioskElement {
  static override styles = [
    reset,
    pressable,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(6, minmax(min-content, 1fr));
        grid-gap: max(calc(var(--u) * 3), calc(var(--mm) * 3));
      }
      :host([crowded]) div,
      :host([narrow]) div {
        grid-template-columns: repeat(3, minmax(min-content, 1fr));
      }
      :host([crowded]:lang(en)) div,
      :host([narrow][crowded]) div {
        grid-template-columns: repeat(2, minmax(min-content, 1fr));
      }
      button {
        min-width: 0;
        min-height: max(calc(var(--u) * 21), calc(var(--mm) * 20));
        /* As high as a line is of this type, whose letters are lower. */
        padding: calc(var(--u) * 2.5) calc(var(--u) * 1);
        background: var(--card);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-bottom-width: calc(var(--u) * 1.4);
        border-radius: var(--radius-small);
        font-size: max(var(--text-small), calc(min(var(--text), calc(var(--u) * 16.3)) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.15;
        white-space: nowrap;
      }
      span,
      small {
        display: inline-block;
      }
      span::first-letter {
        text-transform: uppercase;
      }
      small {
        font-size: var(--text-small);
        font-weight: 500;
      }
      button[aria-pressed='true'] {
        background: var(--pine);
        border-color: var(--pine);
        border-bottom: calc(var(--u) * 2.6) solid var(--gold);
        color: var(--white);
      }
    `,
  ];

  @property({ attribute: false }) items: readonly Pick<MenuItem, 'tags'>[] = [];
  @property({ attribute: false }) asked: readonly DishFilter[] = [];
  readonly fittingWords = new FittingWords(this, { parts: 'div, button' });

  protected override render() {
    return html`<div role="group" aria-label=${t('kioskPages.menu.filter.label')}>
      ${this.#chip(t('kioskPages.menu.filter.all'), this.items.length, this.asked.length === 0, [])}
      ${dishFilters.map((filter) => {
        const on = this.asked.includes(filter);
        return this.#chip(
          t(`common.tag.${filter}`),
          countWith(this.items, this.asked, filter),
          on,
          on ? this.asked.filter((one) => one !== filter) : [...this.asked, filter],
        );
      })}
    </div>`;
  }

  #chip(word: string, count: number, on: boolean, then: readonly DishFilter[]) {
    return html`<button
      type="button"
      aria-pressed=${on ? 'true' : 'false'}
      aria-label=${t('kioskPages.menu.filter.heard', { word, count })}
      @click=${() => this.dispatchEvent(new DishFilterEvent(then))}
    >
      <span>${word}</span> <small>${count}</small>
    </button>`;
  }
}
