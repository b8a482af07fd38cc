import { css, html, type TemplateResult } from 'lit';
import { formatDate, t, weekdayShort } from '../../../../i18n/index.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { lifeOf } from '../../model/life.ts';
import { menuId, type MealName } from '../../model/menu.ts';
import { offerIn } from '../../model/week-moves.ts';
import { dishSaid, priceOf } from './menu-text.ts';
import { daysOfWeek, type Week } from './read-week.ts';

/** Which week of which canteen is on a paper. */
interface OnPaper {
  readonly monday: CivilDate;
  readonly meals: readonly MealName[];
  readonly canteenId: string;
}

/** A week on one sheet of A4, to hang beside the counter: what is not published yet is said to be so. */
export function weekPaper(week: Week, { monday, meals, canteenId }: OnPaper): TemplateResult {
  const { name, canteens } = week.centre;
  const canteen = canteens.length < 2 ? '' : (canteens.find(({ id }) => id === canteenId)?.name ?? '');
  const days = daysOfWeek(monday);
  return html`<h1>${name} ${canteen} ${t('staff.week.paper')}</h1>
    <p>${t('staff.week.span', { from: formatDate(monday), to: formatDate(days[6] ?? monday) })}</p>
    <table>
      <thead>
        <tr>
          <th></th>
          ${meals.map((meal) => html`<th>${t(`common.meal.${meal}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${days.map(
          (date) =>
            html`<tr>
              <th>${weekdayShort(date)}<br />${formatDate(date)}</th>
              ${meals.map((meal) => html`<td>${onPaper(week, menuId(date, meal, canteenId))}</td>`)}
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
  ${offer.set === null ? '' : html`<div>${offer.set.name}</div>`}
  ${offer.items.map((item) => html`<div>${dishSaid(item)} ${priceOf(item)}</div>`)}`;
}

export const weekPaperStyles = css`
  h1 {
    margin: 0;
    font-size: 20pt;
  }
  p {
    margin: 2mm 0 4mm;
    font-size: 12pt;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 10.5pt;
  }
  th,
  td {
    padding: 1.5mm 2mm;
    border: 0.3mm solid #000;
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tr {
    break-inside: avoid;
  }
  th:first-child {
    width: 20mm;
  }
`;
