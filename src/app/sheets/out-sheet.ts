/** A column of what is written: its heading, and what its values are. */
export interface OutColumn {
  readonly heading: string;
  /**
   * `money` is fen, written as yuan with two decimals; `date` is `2026-12-01`; `share` is a part of 1, written as per cent;
   * `text` never becomes a formula, whatever it begins with.
   */
  readonly type: 'text' | 'number' | 'money' | 'date' | 'share';
  /** In characters of Latin; 12 unless said otherwise. */
  readonly width?: number;
}

/** A table to be written. A value of each column, null where there is none. */
export interface OutSheet {
  /** At most 31 characters are kept of it, and none of those that Excel takes in no sheet's name. */
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
