/** A store said nothing in time: it may be damaged, and it may be slow. */
export class NoAnswer extends Error {}
