import type { OutColumn, OutSheet } from './out-sheet.ts';

/** A table as text parted by commas, which Excel in China opens as it is: UTF-8 with its mark, lines ended as on Windows. */
export function csvOf({ columns, rows }: Pick<OutSheet, 'columns' | 'rows'>): Blob {
  const lines = [
    columns.map(({ heading }) => quoted(heading)),
    ...rows.map((row) => columns.map((column, i) => cellOf(column, row[i] ?? null))),
  ];
  return new Blob(['\uFEFF', ...lines.map((cells) => `${cells.join(',')}\r\n`)], {
    type: 'text/csv;charset=utf-8',
  });
}

function cellOf({ type }: OutColumn, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return quoted(value);
  if (type === 'money') return (value / 100).toFixed(2);
  return type === 'share' ? `${(value * 100).toFixed(1)}%` : String(value);
}

/** Words as words: what begins as a formula does would be carried out by whoever opens it. */
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
