import type { Result } from '../../kernel/result.ts';
import type { SheetTrouble, Workbook } from '../../kernel/workbook.ts';
import type { OutSheet } from './out-sheet.ts';

/** What the worker is asked, and what it says: one of each, and then it is ended. */
export type SheetsAsk =
  | { readonly type: 'read'; readonly bytes: Uint8Array }
  | { readonly type: 'write'; readonly sheets: readonly OutSheet[] };

export type SheetsAnswer =
  | { readonly type: 'read'; readonly read: Result<Workbook, SheetTrouble> }
  | { readonly type: 'written'; readonly bytes: ArrayBuffer };
