import { csvOf } from '../../../app/sheets/csv.ts';
import type { OutSheet } from '../../../app/sheets/out-sheet.ts';
import { saveFile } from '../../../app/sheets/save-file.ts';
import { writeSheets } from '../../../app/sheets/write-sheets.ts';
import { formatTimeAndDay, t } from '../../../i18n/index.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { Figures } from '../model/figures.ts';
import { tablesOf, type FigureTable } from './figure-tables.ts';
import { periodWords, type Names } from './figure-words.ts';

/** Whose figures they are, of when, and when they were counted: what the page says around its tables. */
function headOf({ by, now, asOfMs }: Figures, { centre }: Names): readonly [string, string, string] {
  const counted = asOfMs === 0 ? '' : formatTimeAndDay(asOfMs, null, utcOffsetOf(centre));
  return [
    centre?.name ?? '',
    periodWords({ by, ...now }),
    counted === '' ? '' : t('staff.attendance.asked', { when: counted }),
  ];
}

const filled = (figures: Figures, names: Names): readonly FigureTable[] =>
  Object.values<FigureTable>({ ...tablesOf(figures, names) }).filter(({ rows }) => rows.length > 0);

/** The tables of the page, each a sheet; the first says whose they are. */
export function sheetsOf(figures: Figures, names: Names): readonly OutSheet[] {
  const [first, ...others] = filled(figures, names);
  const head = headOf(figures, names).filter((line) => line !== '');
  return first === undefined
    ? []
    : [{ ...first, rows: [...head.map((line) => [line, null, null]), ...first.rows] }, ...others];
}

/** The same under one another, for who takes no workbook: each with its name and its headings. */
function tableOfAll(figures: Figures, names: Names): Pick<OutSheet, 'columns' | 'rows'> {
  const tables = filled(figures, names);
  const width = Math.max(3, ...tables.map(({ columns }) => columns.length));
  const head = headOf(figures, names);
  return {
    columns: Array.from({ length: width }, (_, place) => ({ heading: head[place] ?? '', type: 'text' })),
    rows: tables.flatMap(({ name, columns, rows }) => [
      [],
      [name],
      columns.map(({ heading }) => heading),
      ...rows,
    ]),
  };
}

const nameOf = (figures: Figures, names: Names): string => {
  const [centre, period] = headOf(figures, names);
  return t('staff.figures.file', { centre, period });
};

/** Saves them as a workbook; false where this device could not make one. */
export async function saveWorkbook(figures: Figures, names: Names): Promise<boolean> {
  const book = await writeSheets(sheetsOf(figures, names)).catch(() => null);
  if (book !== null) saveFile(book, `${nameOf(figures, names)}.xlsx`);
  return book !== null;
}

export const saveText = (figures: Figures, names: Names): void =>
  saveFile(csvOf(tableOfAll(figures, names)), `${nameOf(figures, names)}.csv`);
