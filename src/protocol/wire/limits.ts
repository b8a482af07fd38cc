/** Version of the rows' shapes; a cursor of another one starts afresh. */
export const SCHEMA = 2;
/** The most mutations in one push. */
export const PUSH_LIMIT = 100;
/** The most rows in one page of a pull. */
export const PAGE_LIMIT = 1000;
