import { css, html, nothing } from 'lit';
import type { MenuItem } from '../model/menu.ts';
import { formatYuan, t } from '../../../i18n/index.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import { allergenWords, dishName, priceWords } from '../words/dish-words.ts';
import '../../../i18n/kiosk-page-texts.ts';

export const dishCardStyles = css`
  .dish {
    display: flex;
    align-items: center;
    min-height: calc(var(--u) * 38);
    margin-bottom: calc(var(--u) * 4);
    padding: calc(var(--u) * 4) calc(var(--u) * 9) calc(var(--u) * 4) calc(var(--u) * 6);
    background: var(--card);
    border-radius: var(--radius);
    box-shadow: 0 calc(var(--u) * 0.5) 0 var(--rule);
  }
  .dish svg {
    flex: none;
    width: calc(var(--u) * 32);
    height: calc(var(--u) * 32);
    margin-right: calc(var(--u) * 7);
  }
  .dish .words {
    flex: 1;
    min-width: 0;
  }
  .dish h2 {
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.25;
    margin-bottom: calc(var(--u) * 1.5);
  }
  .dish .facts {
    margin-bottom: calc(var(--u) * 1);
    font-size: var(--text-small);
    line-height: 1.3;
  }
  .dish .tag {
    display: inline-block;
    margin-right: calc(var(--u) * 2.4);
    padding: 0 calc(var(--u) * 3);
    border: calc(var(--u) * 0.6) solid var(--pine);
    border-radius: calc(var(--u) * 3);
    color: var(--pine);
  }
  .dish .price {
    flex: none;
    margin-left: calc(var(--u) * 5);
    text-align: right;
    white-space: nowrap;
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.3;
  }
  .dish .price small {
    font-size: var(--text-small);
    font-weight: 500;
  }
  .dish .price small.small-portion {
    display: block;
  }
  .dish.sold h2 {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .dish.sold .price {
    color: var(--ink-soft);
  }
  .dish.sold svg {
    opacity: 0.45;
  }
`;

/** All there is to know of a dish: what it looks like, its price and small portion, allergens in words. */
export function dishCard(item: MenuItem) {
  const allergens = allergenWords(item);
  return html`<article class="dish ${item.soldOut ? 'sold' : ''}">
    ${dishDrawing(item.drawing)}
    <div class="words">
      <h2>${dishName(item)}</h2>
      ${
        item.tags.length === 0
          ? nothing
          : html`<p class="facts">
              ${item.tags.map((tag) => html`<span class="tag">${t(`common.tag.${tag}`)}</span>`)}
            </p>`
      }
      ${allergens === null ? nothing : html`<p class="facts soft">${allergens}</p>`}
    </div>
    ${item.soldOut ? html`<p class="price">${t('common.soldOut')}</p>` : price(item)}
  </article>`;
}

function price(item: MenuItem) {
  const { figure, unit } = priceWords(item);
  return html`<p class="price">
    ${figure} <small>${unit}</small>
    ${
      item.smallPriceFen === null
        ? nothing
        : html`<small class="small-portion"
            >${t('kioskPages.menu.small', { yuan: formatYuan(item.smallPriceFen) })}</small
          >`
    }
  </p>`;
}
