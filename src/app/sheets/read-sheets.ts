import { err, type Result } from '../../kernel/result.ts';
import type { SheetTrouble, Workbook } from '../../kernel/workbook.ts';
import { askSheets, type SheetsWorker } from './ask-sheets.ts';
import { MAX_BYTES, PATIENCE_MS } from './limits.ts';

/**
 * What stands in a file that somebody chose. Read in a worker, so that the page goes on; one that is too large is not read
 * at all. Never rejects: what went wrong is the answer (`workbookTroubleWords` of `ui/console` says it to a person).
 */
export async function readSheets(
  file: Blob,
  signal?: AbortSignal,
  worker: SheetsWorker = { patienceMs: PATIENCE_MS },
): Promise<Result<Workbook, SheetTrouble>> {
  if (file.size > MAX_BYTES) return err({ kind: 'too-large', bytes: file.size, limit: MAX_BYTES });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err({ kind: 'gone' });
  }
  const answer = await askSheets({ type: 'read', bytes }, worker, signal);
  if (typeof answer === 'string') return err({ kind: answer });
  return answer.type === 'read' ? answer.read : err({ kind: 'no-reader' });
}
