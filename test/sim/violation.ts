/** An invariant does not hold: something was lost, doubled, or shown that is not so. */
export class Violation extends Error {}
