import { css, html, nothing, type TemplateResult } from 'lit';
import { declared, shareOfADay, type Nutrient } from '../model/nutrition.ts';
import type { MenuItem } from '../model/menu.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { hasWord, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { allergenWords, priceWords } from '../words/dish-words.ts';
import { leftWords } from '../words/left-words.ts';
import './dish-photo.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../i18n/kiosk-page-texts.ts';

export const dishPageStyles = css`
  .whole-dish .when {
    flex: none;
    margin-bottom: calc(var(--u) * 4);
  }
  .whole-dish .when span {
    display: inline-block;
  }
  .whole-dish ll-dish-photo {
    width: calc(var(--u) * 140);
    height: calc(var(--u) * 112);
    margin: 0 auto calc(var(--u) * 4);
  }
  :host([landscape]) .whole-dish ll-dish-photo {
    width: calc(var(--u) * 76);
    height: calc(var(--u) * 60);
  }
  .fact {
    margin-bottom: calc(var(--u) * 4);
  }
  .fact .tag {
    font-size: var(--text);
  }
  .cost {
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.3;
  }
  .cost small {
    margin-right: calc(var(--u) * 6);
    font-size: var(--text);
    font-weight: 500;
    white-space: nowrap;
  }
  .cost.gone {
    color: var(--cinnabar);
  }
  .careful {
    padding-left: calc(var(--u) * 5);
    border-left: calc(var(--u) * 2) solid var(--cinnabar);
    font-weight: 700;
  }
  .serving {
    break-after: avoid;
    font-size: var(--text);
    font-weight: 700;
    line-height: 1.4;
  }
  .nutrient {
    padding: calc(var(--u) * 1.5) 0;
    border-top: calc(var(--u) * 0.7) solid var(--rule);
    line-height: 1.4;
  }
  .nutrient span:first-child {
    display: inline-block;
    min-width: 2.6em;
  }
  .nutrient b {
    display: inline-block;
    min-width: 5.2em;
    margin-right: calc(var(--u) * 3);
    font-weight: 900;
    white-space: nowrap;
  }
`;

const NUTRIENTS: readonly Nutrient[] = ['energy', 'fat', 'salt'];
/**
 * All there is to know of a dish: what it looks like, what it costs, for whom it is, what it holds; what nobody has
 * stated is said to be unknown.
 * @param when the meal it is served at, in words
 */
export function dishPage(item: MenuItem, when: TemplateResult, others: () => void) {
  const [tags, allergens] = [tagsOf(item), allergenWords(item)];
  return html`<h1>${inLanguage(item.name, item.nameEn)}</h1>
    <p class="when soft">${when}</p>
    <ll-pages>
      <div class=${item.soldOut ? 'sold' : ''}>
        <ll-dish-photo .photo=${item.photo} .drawing=${item.drawing}></ll-dish-photo>
      </div>
      ${
        item.soldOut
          ? html`<div class="fact" role="status">
              <p class="cost gone">${t('common.soldOut')}</p>
              <ll-button kind="confirm" @click=${others}>${t('kioskPages.menu.others')}</ll-button>
            </div>`
          : html`<p class="fact cost">${costs(item)}</p>
              ${leftWords(item) === null ? nothing : html`<p class="fact careful">${leftWords(item)}</p>`}`
      }
      ${
        tags.length === 0
          ? nothing
          : html`<p class="fact">
              ${tags.map((tag) => html`<span class="tag">${t(`common.tag.${tag}`)}</span> `)}
            </p>`
      }
      <p class=${allergens === null ? 'fact soft' : 'fact careful'}>
        ${allergens === null ? t('kioskPages.menu.noAllergens') : allergens}
      </p>
      ${serving(item)} ${ingredients(item)}
    </ll-pages>`;
}

function costs(item: MenuItem) {
  const { figure, unit } = priceWords(item);
  if (figure === null) return unit;
  const small = item.smallPriceFen;
  return html`${figure} <small>${unit}</small> ${
      small === null
        ? nothing
        : html`<small>${t('kioskPages.menu.small', { yuan: formatPrice(small) })}</small>`
    }`;
}

/** Energy, fat and salt of a serving: the figure, and what it is of a day's in words. */
function serving(item: MenuItem) {
  if (NUTRIENTS.every((nutrient) => declared(item, nutrient) === null))
    return html`<p class="fact soft">${t('kioskPages.menu.serving.none')}</p>`;
  const unit = `common.unit.${item.unit}` as const;
  return html`<h2 class="serving">
      ${t('kioskPages.menu.serving.title', { unit: t(hasWord(unit) ? unit : 'common.unit.portion') })}
    </h2>
    ${NUTRIENTS.map(
      (nutrient) =>
        html`<p class="nutrient">
          <span>${t(`kioskPages.menu.serving.${nutrient}`)}</span>
          ${amount(nutrient, declared(item, nutrient))}
        </p>`,
    )}`;
}

function amount(nutrient: Nutrient, figure: number | null) {
  if (figure === null) return t('kioskPages.menu.serving.unknown');
  const share = shareOfADay(nutrient, figure);
  return html`<b>${t(`kioskPages.menu.serving.of.${nutrient}`, { figure })}</b
    ><span class="soft">${t(`kioskPages.menu.share.${share}`)}</span>`;
}

function ingredients(item: MenuItem) {
  const { ingredients: chinese } = item;
  if (chinese === null || chinese === undefined) return nothing;
  return html`<p class="fact">${t('kioskPages.menu.madeOf')} ${inLanguage(chinese, item.ingredientsEn)}</p>`;
}
