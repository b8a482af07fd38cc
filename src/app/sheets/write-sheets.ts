import { askSheets } from './ask-sheets.ts';
import { PATIENCE_MS } from './limits.ts';
import type { OutSheet } from './out-sheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An .xlsx of these tables, made in a worker; null where this device could not make it: `csvOf` needs no worker. */
export async function writeSheets(sheets: readonly OutSheet[]): Promise<Blob | null> {
  const answer = await askSheets({ type: 'write', sheets }, { patienceMs: PATIENCE_MS });
  return typeof answer !== 'string' && answer.type === 'written'
    ? new Blob([answer.bytes], { type: XLSX })
    : null;
}
