import type { SheetsAnswer, SheetsAsk } from './messages.ts';
import { readWorkbook } from './read-workbook.ts';
import { workbookBytes } from './write-workbook.ts';

/* Reads and writes workbooks beside the page, which goes on meanwhile. */

async function answer(ask: SheetsAsk): Promise<SheetsAnswer> {
  return ask.type === 'read'
    ? { type: 'read', read: await readWorkbook(ask.bytes) }
    : { type: 'written', bytes: workbookBytes(ask.sheets) };
}

addEventListener('message', ({ data }: MessageEvent<SheetsAsk>) => {
  answer(data).then(
    (said) => postMessage(said),
    // Thrown where the page hears of it: it then has no answer, and says so.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
});
