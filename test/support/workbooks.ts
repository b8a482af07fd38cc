import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { readWorkbook } from '../../src/app/sheets/read-workbook.ts';
import type { Workbook } from '../../src/kernel/workbook.ts';

/** The bytes of an .xlsx with one sheet, written by another library than the one that reads it. */
export const xlsx = async (data: SheetData, sheet = '菜单'): Promise<Uint8Array> =>
  new Uint8Array(await writeExcelFile(data, { sheet }).toBuffer());

/** A cell over several rows and columns. */
export const over = (value: string, rows: number, columns = 1): Cell => ({
  value,
  ...(rows > 1 ? { rowSpan: rows } : {}),
  ...(columns > 1 ? { columnSpan: columns } : {}),
});

/** A day as Excel keeps it: a number that is shown as a date. */
export const day = (date: string, format = 'yyyy-mm-dd'): Cell => ({
  value: new Date(`${date}T00:00:00Z`),
  type: Date,
  format,
});

/** A workbook that LibreOffice wrote, by its name. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/sheets/${name}`, import.meta.url))));

/** What stands in a file that can be read. */
export async function workbookOf(bytes: Uint8Array): Promise<Workbook> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`);
  return read.value;
}
