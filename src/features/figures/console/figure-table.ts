import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../../i18n/index.ts';
import type { FigureTable } from './figure-tables.ts';

/** A table's look: figures under one another, as wide as what holds it, and on a telephone to be pushed aside within it. */
export const tableStyles = css`
  .scroll {
    overflow-x: auto;
    margin-top: 0.25rem;
    border-radius: 0.5rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.5rem 0.375rem;
    border-top: 1px solid var(--line);
    text-align: right;
    vertical-align: top;
  }
  thead th {
    border-top: 0;
    color: var(--ink-soft);
    font-weight: 500;
    vertical-align: bottom;
  }
  .text {
    text-align: left;
  }
  tbody .text {
    font-weight: 500;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
  }
`;

/**
 * A table with its name for those who listen.
 * @param most so many of its rows; all where it is not said
 */
export function tableOf({ name, columns, rows }: FigureTable, most?: number): TemplateResult {
  return html`<div class="scroll" role="group" aria-label=${name} tabindex="0">
    <table>
      <caption class="sr">
        ${name}
      </caption>
      <thead>
        <tr>
          ${columns.map(
            ({ heading, type }) =>
              html`<th scope="col" class=${type === 'number' ? nothing : 'text'}>${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          (row) =>
            html`<tr>
              ${columns.map(({ type }, place) => cell(type, row[place] ?? null, place === 0))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(
  type: FigureTable['columns'][number]['type'],
  value: string | number | null,
  isFirst: boolean,
): TemplateResult {
  const shown = type === 'date' && typeof value === 'string' ? formatDate(value) : (value ?? nothing);
  const kind = type === 'number' ? nothing : 'text';
  return isFirst ? html`<th scope="row" class=${kind}>${shown}</th>` : html`<td class=${kind}>${shown}</td>`;
}
