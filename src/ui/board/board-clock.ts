import { html, type TemplateResult } from 'lit';
import { clockParts, formatDate, locale, weekdayName, weekdayShort } from '../../i18n/index.ts';

/** A time of the day as it stands on a board: the figures large, the half of the day beside them small. */
export function boardClock(minuteOfDay: number): TemplateResult {
  const { half, figures } = clockParts(minuteOfDay);
  return locale() === 'en' ? html`${figures} <small>${half}</small>` : html`<small>${half}</small>${figures}`;
}

/** From one time to another. */
export const boardSpan = (from: number, to: number): TemplateResult =>
  html`${boardClock(from)}–${boardClock(to)}`;

/** A day as it stands beside a heading; the weekday, where it comes after the day, only as far as there is room. */
export const boardDay = (date: string): TemplateResult =>
  locale() === 'en'
    ? html`<span>${weekdayShort(date)} ${formatDate(date, 3)}</span>`
    : html`<span>${formatDate(date)}</span><span>${weekdayName(date)}</span>`;
