import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import type { Figures } from '../model/figures.ts';
import { tableOf } from './figure-table.ts';
import type { FigureTable, Tables } from './figure-tables.ts';

/** So many dishes stand there; the others when they are asked for. */
const MOST_DISHES = 8;

/** A table longer than this fills pages: it is printed for who has opened it. */
const MOST_PRINTED = 40;

/** A table that is only shown when asked for; nothing where it has no row. A short one is always printed. */
export const detailsOf = (table: FigureTable, name = table.name): TemplateResult | typeof nothing =>
  table.rows.length === 0
    ? nothing
    : html`<details class=${table.rows.length > MOST_PRINTED ? 'long' : nothing}>
        <summary>${name}${consoleIcon('back')}</summary>
        ${tableOf(table)}
      </details>`;

/** What a chart shows, said in a sentence: where it is highest. */
export function chartWords(
  what: string,
  values: readonly number[],
  nameOf: (place: number) => string,
): string {
  const most = Math.max(0, ...values);
  return most === 0
    ? what
    : t('staff.figures.came.chart', { what, place: nameOf(values.indexOf(most)), count: most });
}

export const mealsCard = ({ meals, dishes }: Tables): TemplateResult =>
  html`<section class="card" aria-labelledby="meals">
    <h2 id="meals">${t('staff.figures.meals.heading')}</h2>
    ${
      meals.rows.length === 0
        ? html`<p class="nothing">${t('staff.figures.meals.none')}</p>`
        : html`${tableOf(meals)}
          ${
            dishes.rows.length === 0
              ? nothing
              : html`<h3>${dishes.name}</h3>
                  ${tableOf(dishes, MOST_DISHES)}
                  ${dishes.rows.length > MOST_DISHES ? detailsOf(dishes, t('staff.figures.meals.all')) : nothing}`
          }`
    }
    <p class="soft">${t('staff.figures.meals.note')}</p>
  </section>`;

export const enrolledCard = ({ enrolled }: Tables): TemplateResult =>
  html`<section class="card" aria-labelledby="enrolled">
    <h2 id="enrolled">${enrolled.name}</h2>
    ${
      enrolled.rows.length === 0
        ? html`<p class="nothing">${t('staff.figures.enrolled.none')}</p>`
        : tableOf(enrolled)
    }
  </section>`;

export function answersCard({ now: { help, requests } }: Figures, { answers }: Tables): TemplateResult {
  const untimed = help.untimed + requests.untimed;
  return html`<section class="card" aria-labelledby="answers">
    <h2 id="answers">${answers.name}</h2>
    ${
      help.asked + requests.asked === 0
        ? html`<p class="nothing">${t('staff.figures.answers.none')}</p>`
        : html`${tableOf(answers)}
            ${
              help.emergencies === 0
                ? nothing
                : html`<p>${t('staff.figures.answers.emergencies', { count: help.emergencies })}</p>`
            }
            <p class="soft">
              ${t('staff.figures.answers.note')}
              ${untimed === 0 ? nothing : t('staff.figures.answers.untimed', { count: untimed })}
            </p>`
    }
  </section>`;
}

export const screensCard = ({ screens, shown }: Tables): TemplateResult =>
  html`<section class="card" aria-labelledby="screens">
    <h2 id="screens">${screens.name}</h2>
    ${
      screens.rows.length === 0
        ? html`<p class="nothing">${t('staff.figures.screens.none')}</p>`
        : html`${tableOf(screens)} ${detailsOf(shown)}
            <p class="soft">${t('staff.figures.screens.note')}</p>`
    }
  </section>`;
