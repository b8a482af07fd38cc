/** One mutation as the journal keeps it: its text is not looked into by the worker. */
export interface JournalEntry {
  readonly mid: string;
  readonly text: string;
}

/** What a page asks of its journal worker. Answers come in the order of the questions. */
export type JournalAsk = { readonly id: number } & JournalQuestion;

export type JournalQuestion =
  | { readonly type: 'open'; readonly name: string }
  | { readonly type: 'append'; readonly entries: readonly JournalEntry[] }
  | { readonly type: 'readAll' }
  | { readonly type: 'forget'; readonly mids: readonly string[] };

export type JournalAnswer =
  | { readonly id: number; readonly ok: true; readonly texts: readonly string[] }
  | { readonly id: number; readonly ok: false; readonly reason: string };
