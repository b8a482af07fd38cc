import { css, html, type TemplateResult } from 'lit';
import { formatDate, formatTimeAt, t } from '../../../i18n/index.ts';
import { civilMoment } from '../../../kernel/time.ts';

/** One line of a record, in the language of now: what, by whom or where, and what more is known. */
export interface EntryWords {
  readonly what: string;
  readonly who: string;
  readonly detail: string;
  /** What was different, a line each. */
  readonly changed?: readonly string[];
}

export interface Entry {
  /** Unix ms; null where it is not known. */
  readonly atMs: number | null;
  readonly words: () => EntryWords;
}

export const entryStyles = css`
  .entry {
    display: grid;
    grid-template-columns: 6.75rem minmax(0, 1fr);
    gap: 0 0.75rem;
    padding: 0.5rem 0;
    min-height: 0;
  }
  .what {
    font-weight: 700;
  }
  .detail {
    overflow-wrap: anywhere;
  }
`;

/** The day and time of an entry at a centre so many minutes east of UTC. */
export const whenOf = ({ atMs }: Entry, offset: number): string =>
  atMs === null
    ? t('staff.records.timeUnknown')
    : `${formatDate(civilMoment(atMs, offset).date)} ${formatTimeAt(atMs, offset)}`;

export function entryLine({ words }: Entry, when: string): TemplateResult {
  const { what, who, detail, changed = [] } = words();
  return html`
    <li class="entry">
      <span class="soft num">${when}</span>
      <div>
        <span class="what">${what}</span> <span class="soft">${who}</span>
        <div class="soft detail">${detail}</div>
        ${changed.map((line) => html`<div class="detail">${line}</div>`)}
      </div>
    </li>
  `;
}
