import { css, html, nothing } from 'lit';
import { decidesWhoMayEat, type MenuItem } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { dishSpeech } from '../words/dish-speech.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { allergenWords, priceWords } from '../words/dish-words.ts';
import { leftWords } from '../words/left-words.ts';
import './dish-photo.ts';

export const dishRowStyles = css`
  .dish {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: max(calc(var(--u) * 22), calc(var(--mm) * 20));
    margin-bottom: max(calc(var(--u) * 3), calc(var(--mm) * 3));
    padding: calc(var(--u) * 1.2) calc(var(--u) * 7) calc(var(--u) * 1.2) calc(var(--u) * 4);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius-small);
    text-align: left;
  }
  .dish ll-dish-photo {
    flex: none;
    width: calc(var(--u) * 18);
    height: calc(var(--u) * 18);
    /* In the largest type the words have its room: it stands on the dish's own page. */
    max-width: var(--if-room);
    margin-right: min(calc(var(--u) * 4), var(--if-room));
  }
  .dish .words {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    min-width: 0;
  }
  .dish b {
    /* The whole name stands on the dish's own page. */
    display: -webkit-box;
    max-width: 100%;
    overflow: hidden;
    margin-right: auto;
    padding-right: calc(var(--u) * 3);
    font-size: var(--text-large);
    font-weight: 700;
    line-height: 1.32;
    overflow-wrap: break-word;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  /* So long a name takes the picture's place, and that of the tags that are only good to know. */
  .dish.long ll-dish-photo,
  .dish.long .tag.other {
    display: none;
  }
  .dish.long b {
    font-size: var(--text);
    -webkit-line-clamp: 2;
  }
  /* Higher than a sheet: all of it stands on the dish's own page. */
  .dish[data-tall] .tag.other {
    display: none;
  }
  .dish[data-tall] b {
    -webkit-line-clamp: 1;
  }
  .tags {
    font-size: var(--text-small);
    line-height: 1.3;
  }
  .tag {
    display: inline-block;
    margin: calc(var(--u) * 0.3) calc(var(--u) * 2.4) calc(var(--u) * 0.3) 0;
    padding: 0 calc(var(--u) * 2.6);
    border: calc(var(--u) * 0.6) solid var(--pine);
    border-radius: calc(var(--u) * 3);
    color: var(--pine);
    white-space: nowrap;
  }
  .dish .left {
    display: inline;
    padding-right: calc(var(--u) * 2.4);
    color: var(--cinnabar);
    font-size: inherit;
  }
  .dish .price {
    padding-left: calc(var(--u) * 3);
    white-space: nowrap;
    font-size: var(--text-large);
    font-weight: 700;
    line-height: 1.25;
  }
  .price small {
    font-size: var(--text-small);
    font-weight: 500;
  }
  :host([landscape]) .dish b {
    font-size: max(var(--text), min(var(--text-large), calc(var(--u) * 17)));
    -webkit-line-clamp: 2;
  }
  :host([landscape]) .dish.long b {
    max-height: max(calc(var(--text) * 1.32), var(--if-room));
  }
  /* In the largest type the price stands beside the name and what a dish is below. */
  :host([landscape]) .dish .tags {
    flex: 0 1 auto;
    min-width: min(100%, var(--if-large));
    order: calc((var(--larger) - 1) * 3);
  }
  :host([landscape]) .dish .price {
    order: 1;
  }
  .dish.sold b {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .dish.sold .price {
    color: var(--cinnabar);
  }
  .sold ll-dish-photo {
    opacity: 0.45;
  }
`;

/** More characters than stand on a row beside the tags. */
const LONG = 14;

/** A dish in a word or two: its name, what it is in words, its price with the unit. Pressed, it tells all. */
export function dishRow(item: MenuItem, open: () => void) {
  const name = inLanguage(item.name, item.nameEn);
  const long = (typeof name === 'string' && name !== item.name ? name.length / 2 : item.name.length) > LONG;
  return html`<button
    type="button"
    class="dish ${item.soldOut ? 'sold' : ''} ${long ? 'long' : ''}"
    data-dish=${item.dishId}
    data-say=${dishSpeech(item) ?? nothing}
    @click=${open}
  >
    <ll-dish-photo .photo=${item.photo} .drawing=${item.drawing}></ll-dish-photo>
    <span class="words">
      <b>${name}</b> ${item.soldOut ? nothing : dishTags(item)}
      <span class="price">${item.soldOut ? t('common.soldOut') : price(item)}</span>
    </span>
  </button>`;
}

/** What a dish is, in words, first what decides who may eat it; and what it holds that some must not eat. */
function dishTags(item: MenuItem) {
  const tags = tagsOf(item).sort((a, b) => Number(decidesWhoMayEat(b)) - Number(decidesWhoMayEat(a)));
  const [allergens, left] = [allergenWords(item), leftWords(item)];
  if (tags.length === 0 && allergens === null && left === null) return nothing;
  return html`<span class="tags"
    >${left === null ? nothing : html`<b class="left">${left}</b> `}${tags.map((tag) => html`<span class="tag ${decidesWhoMayEat(tag) ? '' : 'other'}">${t(`common.tag.${tag}`)}</span> `)}${allergens ?? nothing}</span
  >`;
}

/** What one pays, the unit smaller. */
export function price(item: Pick<MenuItem, 'priceFen' | 'unit'>) {
  const { figure, unit } = priceWords(item);
  return figure === null ? unit : html`${figure} <small>${unit}</small>`;
}
