import type { Page } from 'playwright-core';
import { unzipped } from './archives.ts';

/** A sheet's rows, each by the letters of its columns; what is empty is not there. A day is the number Excel keeps it as. */
export type Rows = readonly Readonly<Record<string, string>>[];

/**
 * What stands in an .xlsx, by the names of its sheets, read by nothing that has a part in writing it: Node unpacks it, and a
 * browser reads the XML.
 */
export async function readBack(file: Buffer, page: Page): Promise<Readonly<Record<string, Rows>>> {
  const parts = [...unzipped(file)].filter(([name]) => /\.(xml|rels)$/.test(name));
  return page.evaluate(
    sheetsOf,
    parts.map(([name, part]) => [name, part.toString()] as const),
  );
}

/** Runs in a page. */
function sheetsOf(parts: readonly (readonly [string, string])[]): Record<string, Record<string, string>[]> {
  const texts = new Map(parts);
  const xml = (name: string): Document => {
    const read = new DOMParser().parseFromString(texts.get(name) ?? '', 'application/xml');
    if (read.querySelector('parsererror') !== null) throw new Error(`${name} is no XML`);
    return read;
  };
  const places = new Map(
    [...xml('xl/_rels/workbook.xml.rels').querySelectorAll('Relationship')].map((one) => [
      one.getAttribute('Id'),
      `xl/${one.getAttribute('Target') ?? ''}`,
    ]),
  );
  const cellsOf = (row: Element): Record<string, string> =>
    Object.fromEntries(
      [...row.querySelectorAll('c')].map((cell) => [
        cell.getAttribute('r')?.replace(/\d+/, '') ?? '',
        cell.textContent ?? '',
      ]),
    );
  return Object.fromEntries(
    [...xml('xl/workbook.xml').querySelectorAll('sheet')].map((sheet) => [
      sheet.getAttribute('name') ?? '',
      [...xml(places.get(sheet.getAttribute('r:id')) ?? '').querySelectorAll('row')].map(cellsOf),
    ]),
  );
}

/** A day as Excel keeps it. */
export const excelDay = (date: string): string =>
  String((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
