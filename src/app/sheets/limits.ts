/** The largest file that is tried at all, in bytes: a week's plan is 20 kB, and its photos may come to some megabytes. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** What a packed file may unpack to, in bytes: what a telephone still holds beside the page. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** Rows of one sheet, and cells of all. */
export const MAX_ROWS = 20_000;
export const MAX_CELLS = 400_000;

/** How long anybody waits for a file, in milliseconds. */
export const PATIENCE_MS = 20_000;
