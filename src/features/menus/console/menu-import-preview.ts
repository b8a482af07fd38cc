import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, t, weekdayShort } from '../../../i18n/index.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { nameKey, newDishesOf, type Choices } from '../model/import/import-args.ts';
import type { DishRead, MealRead, WeekRead } from '../model/import/read-week.ts';
import { isUp, menuId, type Menu } from '../model/menu.ts';
import { renderDoubts } from './menu-import-doubts.ts';

/** What somebody types and chooses over what was understood. */
export interface PreviewChoice {
  readonly canteenIds: readonly Menu['canteenId'][];
  readonly without: ReadonlySet<CivilDate>;
  /** What was typed for a new dish's price, by its `nameKey`. */
  readonly typed: ReadonlyMap<string, string>;
  readonly alike: ReadonlySet<string>;
}

/** What stands there already. */
interface Standing {
  readonly canteens: RowOf<'centre'>['canteens'];
  readonly drafts: ReadonlyMap<string, RowOf<'menuDraft'>>;
  readonly menus: ReadonlyMap<string, Menu>;
}

/** What was typed, as far as it can be read: 0 is free. */
export function choicesOf({ typed, ...choice }: PreviewChoice): Choices {
  const prices = new Map<string, number | null>();
  for (const [key, text] of typed) {
    const parsed = parsePrice(text);
    if (parsed.ok) prices.set(key, parsed.value === 0 ? null : parsed.value);
  }
  return { ...choice, prices };
}

/** What was understood of a plan, day by day; nothing is saved yet. */
export function renderPreview(
  read: WeekRead,
  choice: PreviewChoice,
  standing: Standing,
  choose: (change: Partial<PreviewChoice>) => void,
): TemplateResult {
  const { meals } = read;
  const days = [...new Set(meals.map(({ date }) => date))];
  const dishes = meals.reduce((sum, meal) => sum + meal.dishes.length, 0);
  return html`
    <p class="strong num" role="status">
      ${
        meals.length === 0
          ? t('sheets.import.nothing')
          : t('sheets.import.sum', { days: days.length, count: meals.length, dishes })
      }
    </p>
    ${renderHidden(read)} ${standing.canteens.length > 1 ? renderCanteens(choice, standing, choose) : nothing}
    ${renderDoubts(read.doubts)} ${renderNew(newDishesOf(read), choice, choose)}
    ${days.map((date) =>
      renderDay(
        date,
        meals.filter((meal) => meal.date === date),
        choice,
        standing,
        choose,
      ),
    )}
  `;
}

function renderHidden({ hidden, notUnderstood, meals }: WeekRead): TemplateResult {
  const what = [
    ...(hidden.rows > 0 ? [t('sheets.import.hiddenRows', { count: hidden.rows })] : []),
    ...(hidden.columns > 0 ? [t('sheets.import.hiddenColumns', { count: hidden.columns })] : []),
    ...hidden.sheets.map((name) => t('sheets.import.hiddenSheet', { name })),
  ];
  const names = notUnderstood.filter((name) => name !== '').join(t('common.listJoin'));
  return html`${
    what.length === 0
      ? nothing
      : html`<p class="soft">${t('sheets.import.hidden', { what: what.join(t('common.listJoin')) })}</p>`
  }
  ${meals.length === 0 || names === '' ? nothing : html`<p class="soft">${t('sheets.import.notUnderstood', { names })}</p>`}`;
}

const renderCanteens = (
  { canteenIds }: PreviewChoice,
  { canteens }: Standing,
  choose: (change: Partial<PreviewChoice>) => void,
): TemplateResult =>
  html`<div role="group" aria-label=${t('sheets.import.canteens')}>
    <p class="label">${t('sheets.import.canteens')}</p>
    ${canteens.map(
      ({ id, name }) =>
        html`<label class="tick"
          ><input
            type="checkbox"
            .checked=${canteenIds.includes(id)}
            @change=${() =>
              choose({
                canteenIds: canteenIds.includes(id)
                  ? canteenIds.filter((one) => one !== id)
                  : [...canteenIds, id],
              })}
          />${name}</label
        >`,
    )}
  </div>`;

function renderNew(
  dishes: readonly DishRead[],
  choice: PreviewChoice,
  choose: (change: Partial<PreviewChoice>) => void,
): TemplateResult | typeof nothing {
  const asked = dishes.filter(({ like, priceFen }) => like !== null || priceFen === undefined);
  if (dishes.length === 0) return nothing;
  return html`<section aria-labelledby="new">
    <h3 id="new">${t('sheets.import.newDishes', { count: dishes.length })}</h3>
    <p class="soft">${t('sheets.import.newDishesWhy')}</p>
    <ul class="rows">
      ${asked.map((one) => html`<li>${renderNewDish(one, choice, choose)}</li>`)}
    </ul>
  </section>`;
}

function renderNewDish(
  { name, like, priceFen }: DishRead,
  { typed, alike }: PreviewChoice,
  choose: (change: Partial<PreviewChoice>) => void,
): TemplateResult {
  const key = nameKey(name);
  const text = typed.get(key) ?? '';
  const isSame = alike.has(key);
  const isBad = text !== '' && !parsePrice(text).ok;
  return html`<span class="name">${name}</span> ${
      like === null
        ? nothing
        : html`<label class="tick"
            ><input
              type="checkbox"
              .checked=${isSame}
              @change=${() => choose({ alike: new Set(isSame ? [...alike].filter((one) => one !== key) : [...alike, key]) })}
            />${t('sheets.import.same', { name: like.name })}</label
          >`
    }
    ${
      priceFen !== undefined || isSame
        ? nothing
        : html`<input
              inputmode="decimal"
              class="price"
              aria-label=${t('sheets.import.price', { name })}
              aria-invalid=${isBad}
              .value=${text}
              @input=${({ target }: Event) => {
                if (target instanceof HTMLInputElement)
                  choose({ typed: new Map([...typed, [key, target.value]]) });
              }}
            /><small class="soft"
              >${isBad ? t('sheets.import.priceBad') : text === '' ? t('sheets.import.left') : nothing}</small
            >`
    }`;
}

function renderDay(
  date: CivilDate,
  meals: readonly MealRead[],
  choice: PreviewChoice,
  standing: Standing,
  choose: (change: Partial<PreviewChoice>) => void,
): TemplateResult {
  const { without } = choice;
  const isTaken = !without.has(date);
  const day = `${weekdayShort(date)} ${formatDate(date)}`;
  return html`<section class="day ${isTaken ? '' : 'off'}" aria-label=${day}>
    <label class="tick"
      ><input
        type="checkbox"
        aria-label=${`${day} ${t('sheets.import.take')}`}
        .checked=${isTaken}
        @change=${() =>
          choose({
            without: new Set(isTaken ? [...without, date] : [...without].filter((one) => one !== date)),
          })}
      /><strong class="num">${day}</strong></label
    >
    ${meals.map((meal) => renderMeal(meal, choice, standing))}
  </section>`;
}

function renderMeal(
  { date, meal, dishes }: MealRead,
  choice: PreviewChoice,
  standing: Standing,
): TemplateResult {
  const notes = new Set(
    choice.canteenIds
      .map((canteenId) => noteOf(menuId(date, meal, canteenId), standing))
      .filter((note) => note !== ''),
  );
  return html`<p class="meal">
      <span class="where">${t(`common.meal.${meal}`)}</span>
      <span
        >${dishes.map((dish, i) => html`${i === 0 ? nothing : t('common.listJoin')}${renderDish(dish, choice)}`)}</span
      >
    </p>
    ${[...notes].map((note) => html`<p class="soft beside">${note}</p>`)}`;
}

/** What happens to what stands there. */
function noteOf(of: MenuId, { drafts, menus }: Standing): string {
  const draft = drafts.get(of);
  if (draft !== undefined)
    return draft.savedBy === null
      ? t('sheets.import.replacesNobody')
      : t('sheets.import.replaces', { who: draft.savedBy });
  return isUp(menus.get(of)) ? t('sheets.import.published') : '';
}

function renderDish(
  { name, dish, like, priceFen: said, smallPriceFen }: DishRead,
  choice: PreviewChoice,
): TemplateResult {
  const { alike, prices } = choicesOf(choice);
  const key = nameKey(name);
  const same = dish === null && alike.has(key) ? like : null;
  const priceFen = said === undefined ? (same === null ? prices.get(key) : same.priceFen) : said;
  const price =
    priceFen === undefined
      ? t('sheets.import.noPrice')
      : priceFen === null
        ? t('sheets.import.free')
        : formatPrice(priceFen);
  return html`<span class=${priceFen === undefined ? 'gone' : ''}
    >${same?.name ?? name}${dish === null && same === null ? html` <small class="chip">${t('sheets.import.isNew')}</small>` : nothing}
    <span class="num"
      >${price}${smallPriceFen === null ? nothing : `/${formatPrice(smallPriceFen)}`}</span
    ></span
  >`;
}

/** The weeks that a plan without dates may be of: last Monday's and the three after it. */
export const weeksFrom = (
  monday: CivilDate,
): readonly { readonly from: CivilDate; readonly to: CivilDate }[] =>
  [0, 7, 14, 21].map((days) => ({ from: addDays(monday, days), to: addDays(monday, days + 6) }));
