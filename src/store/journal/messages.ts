import type { JournalEntry } from './files/contents.ts';

/** What a page asks of its journal worker. Answers come in the order of the questions. */
export type JournalAsk = { readonly id: number } & JournalQuestion;

export type JournalQuestion =
  | { readonly type: 'open'; readonly name: string }
  | { readonly type: 'append'; readonly entries: readonly JournalEntry[] }
  | { readonly type: 'readAll' }
  | { readonly type: 'forget'; readonly mids: readonly string[] }
  | { readonly type: 'tidy' };

export type JournalAnswer =
  | { readonly id: number; readonly ok: true; readonly value: JournalValue }
  | { readonly id: number; readonly ok: false; readonly reason: string };

export interface JournalValue {
  /** What `readAll` found. */
  readonly texts: readonly string[];
  /** After `tidy`: whether no file holds anything forgotten. */
  readonly clean: boolean;
}
