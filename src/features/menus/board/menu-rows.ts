import { html, nothing, type TemplateResult } from 'lit';
import type { Menu, MenuItem } from '../model/menu.ts';
import { locale, t } from '../../../i18n/index.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { allergenNames, tagsOf, unitWords } from '../words/dish-terms.ts';
import { noteWords, setName, setText } from '../words/set-words.ts';
import { textsOf, WHOLE, type RowPart } from '../../../ui/board/row-parts.ts';

type SetMeal = NonNullable<Menu['set']>;

/** What stands in a row of the menu board: a dish, the set meal, or a word to the guests. */
export type MenuRow =
  | { readonly kind: 'dish'; readonly item: MenuItem }
  | { readonly kind: 'set'; readonly set: SetMeal }
  | { readonly kind: 'note'; readonly note: string };

/** All that a menu says, in the order in which it is read: who queues by the first page knows of the set meal and its price. */
export const rowsOf = (menu: Menu): readonly MenuRow[] => [
  ...(menu.set === null ? [] : [{ kind: 'set' as const, set: menu.set }]),
  ...menu.items.map((item): MenuRow => ({ kind: 'dish', item })),
  ...noteOf(menu).map((note) => ({ kind: 'note' as const, note })),
];

/** As long a count as there is: what is left takes the same room from the first to the last. */
const MANY = 888;

/** What is sold out as it stands while it can be had, and a count of what is left in the room it has. */
export function asOffered(row: MenuRow): MenuRow {
  if (row.kind === 'set' && row.set.soldOut === true) return { ...row, set: { ...row.set, soldOut: false } };
  if (row.kind !== 'dish') return row;
  const { item } = row;
  const counted = !item.soldOut && (item.left ?? null) !== null;
  if (!item.soldOut && !counted) return row;
  return { ...row, item: { ...item, soldOut: false, ...(counted ? { left: MANY } : {}) } };
}

const noteOf = (menu: Menu): readonly string[] => {
  const said = noteWords(menu);
  return said === null ? [] : [said];
};

/** A name on the board: the short one for televisions, where the kitchen has given one. */
export const nameOnBoard = ({ name, shortName, nameEn, shortNameEn }: MenuItem): string =>
  (locale() === 'en' ? (shortNameEn ?? nameEn) : null) ?? shortName ?? name;

interface Said {
  readonly words: string;
  readonly like: 'name' | 'tag' | 'contains' | 'fact' | 'text' | 'note';
}

/** The texts of a row, in order: those that are cut where a row goes on over a page. */
function saidIn(row: MenuRow): readonly Said[] {
  switch (row.kind) {
    case 'dish':
      return [{ words: nameOnBoard(row.item), like: 'name' }, ...(row.item.soldOut ? [] : factsOf(row.item))];
    case 'set':
      return [
        { words: setName(row.set), like: 'name' },
        { words: setText(row.set), like: 'text' },
      ];
    case 'note':
      return [{ words: row.note, like: 'note' }];
  }
}

/** Who may eat it, and what a serving gives: in words, never by a sign. */
function factsOf(item: MenuItem): readonly Said[] {
  const { energyKcal, saltG, left = null } = item;
  const what = allergenNames(item);
  return [
    ...(left === null ? [] : [{ words: t('screen.menu.left', { count: left }), like: 'contains' as const }]),
    ...tagsOf(item).map((tag): Said => ({ words: t(`common.tag.${tag}`), like: 'tag' })),
    ...(what === '' ? [] : [{ words: t('screen.menu.contains', { what }), like: 'contains' as const }]),
    ...(energyKcal === null
      ? []
      : [{ words: t('screen.menu.energy', { kcal: Math.round(energyKcal) }), like: 'fact' as const }]),
    ...(saltG === null ? [] : [{ words: t('screen.menu.salt', { grams: saltG }), like: 'fact' as const }]),
  ];
}

/** Sets a text so that its lines end between words. */
type Wrap = (text: string) => unknown;

/**
 * A row, or a part of its texts.
 * @param wrap of a whole row; absent where a line may end between any two characters. The lines of a part were counted as
 * they stood in the whole, and words that are cut through would make others of them.
 */
export function menuRow(
  row: MenuRow,
  part: Pick<RowPart, 'from' | 'to'> = WHOLE,
  wrap: Wrap = String,
): TemplateResult {
  const { from, to } = part;
  const set = from > 0 || to !== null ? String : wrap;
  const said = textsOf(saidIn(row), part);
  const [names, more] = [
    said.filter(({ like }) => like === 'name'),
    said.filter(({ like }) => like !== 'name'),
  ];
  const sold = row.kind === 'dish' ? row.item.soldOut : row.kind === 'set' && row.set.soldOut === true;
  // The small portion's price stands where what is said of the dish begins.
  const named = row.kind === 'note' ? 0 : (saidIn(row)[0]?.words.length ?? 0);
  const lesser = from <= named && (to === null || to > named) ? lesserOf(row) : nothing;
  return html`<li class="row ${row.kind} ${sold ? 'sold' : ''}">
    <div class="words">
      ${row.kind === 'note' || from > 0 ? nothing : html`<span class="end">${priceOf(row)}</span>`}
      ${names.map(({ words }) => html`<span class="name"><b class="say">${set(words)}</b></span>`)}
      ${
        more.length === 0 && lesser === nothing
          ? nothing
          : html`<span class="more"
              >${lesser}${names.length === 0 ? againOf(row) : nothing}${more.map(({ words, like }) => html`<span class="say ${like}">${like === 'fact' ? words : set(words)}</span> `)}</span
            >`
      }
    </div>
  </li>`;
}

/** A longer name has no room to be said again. */
const SAID_AGAIN = 14;

/** Whose the rest is, on the page where a row goes on. */
function againOf(row: MenuRow): TemplateResult | typeof nothing {
  const name = row.kind === 'dish' ? nameOnBoard(row.item) : row.kind === 'set' ? setName(row.set) : '';
  return name === '' || name.length > SAID_AGAIN ? nothing : html`<b class="again">${name}</b> `;
}

/** What a row costs, or that it cannot be had. */
export function priceOf(row: Exclude<MenuRow, { kind: 'note' }>): TemplateResult {
  // A free soup may be had once: only what is refilled says so.
  const free = html`<span class="free">${t('common.free')}</span>`;
  const isGone = row.kind === 'set' ? row.set.soldOut === true : row.item.soldOut;
  if (isGone) return html`<span class="gone">${t('common.soldOut')}</span>`;
  if (row.kind === 'set')
    return row.set.priceFen === 0
      ? free
      : html`<span class="price">${formatPrice(row.set.priceFen)}<small>${t('common.yuan')}</small></span>`;
  const { item } = row;
  if (item.priceFen === null) return html`<span class="free">${t('screen.menu.refill')}</span>`;
  if (item.priceFen === 0) return free;
  // The word is long in English, and takes the room of a dish's name: a figure alone is a portion's there.
  const unit = item.unit === 'portion' ? t('screen.menu.perPortion') : unitWords(item);
  return html`<span class="price">${formatPrice(item.priceFen)}<small>${unit}</small></span>`;
}

/** What the small portion costs, where there is one to be had. */
function lesserOf(row: MenuRow): TemplateResult | typeof nothing {
  if (row.kind !== 'dish' || row.item.soldOut || row.item.smallPriceFen === null) return nothing;
  return html`<span class="end price lesser"
    ><small>${t('screen.menu.small')}</small>${formatPrice(row.item.smallPriceFen)}<small
      >${t('common.yuan')}</small
    ></span
  >`;
}
