import { css, html, type TemplateResult } from 'lit';
import { formatDate, locale, t, weekdayShort } from '../../../../i18n/index.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { lifeOf } from '../../model/life.ts';
import { menuId, type MealName } from '../../model/menu.ts';
import { offerIn } from '../../model/week-moves.ts';
import { dishSaid, priceOf, setSaid } from './menu-text.ts';
import { daysOfWeek, type Week } from './read-week.ts';

/** Which week of which canteen is on a paper. */
interface OnPaper {
  readonly monday: CivilDate;
  readonly meals: readonly MealName[];
  readonly canteenId: string;
}

/** A week on one sheet of A4 on its side, to hang beside the counter: what is not published yet is said to be so. */
export function weekPaper(week: Week, { monday, meals, canteenId }: OnPaper): TemplateResult {
  const { name, canteens } = week.centre;
  const canteen = canteens.length < 2 ? '' : (canteens.find(({ id }) => id === canteenId)?.name ?? '');
  const days = daysOfWeek(monday);
  return html`<h1>${name} ${canteen} ${t('staff.week.paper')}</h1>
    <p>${t('staff.week.span', { from: formatDate(monday), to: formatDate(days[6] ?? monday) })}</p>
    <table class=${locale() === 'en' ? 'latin' : ''}>
      <thead>
        <tr>
          <th></th>
          ${days.map((date) => html`<th>${weekdayShort(date)}<br />${formatDate(date)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${meals.map(
          (meal) =>
            html`<tr>
              <th>${t(`common.meal.${meal}`)}</th>
              ${days.map((date) => html`<td>${onPaper(week, menuId(date, meal, canteenId))}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function onPaper(week: Week, id: string): TemplateResult {
  const life = lifeOf(week, id);
  if (life.state === 'closed') return html`${t('staff.menu.closed')}`;
  const offer = life.state === 'up' ? life.menu : offerIn(life);
  if (offer === null) return html``;
  return html`${life.state === 'up' ? '' : html`<i>${t('staff.week.notPublished')}</i>`}
  ${offer.set === null ? '' : onePriced(setSaid(offer.set, true))}
  ${offer.items.map((item) => onePriced({ name: dishSaid(item), price: priceOf(item, true) }))}`;
}

const onePriced = ({ name, price, text = '' }: { name: string; price: string; text?: string }) =>
  html`<div>${name} <span>${price}</span>${text === '' ? '' : html`<small>${text}</small>`}</div>`;

export const weekPaperStyles = css`
  h1 {
    margin: 0;
    font-size: 16pt;
  }
  p {
    margin: 1mm 0 2mm;
    font-size: 11pt;
  }
  table {
    width: calc(100% - 0.5mm);
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 10.5pt;
    line-height: 1.3;
  }
  /* Its words are longer. */
  .latin {
    font-size: 9pt;
    line-height: 1.25;
  }
  thead {
    display: table-header-group;
  }
  td div {
    margin-bottom: 0.5mm;
  }
  span {
    white-space: nowrap;
  }
  small {
    display: block;
    font-size: 0.9em;
  }
  th,
  td {
    padding: 1mm 1.5mm;
    border: 0.3mm solid #000;
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tr {
    break-inside: avoid;
  }
  th:first-child {
    width: 19mm;
  }
`;
