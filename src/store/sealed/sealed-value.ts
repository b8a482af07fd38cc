/** A value that does not open: another key's, another place's, or damaged. */
export class Unreadable extends Error {
  constructor(
    message: string,
    /** What the seal was bound to. */
    readonly bound: string,
  ) {
    super(message);
  }
}

/** Seals values and opens them, at once: a transaction of the database does not wait for anything else. */
export interface Sealer {
  /** @param bound what the seal is bound to besides the key */
  seal(bound: string, value: unknown): Uint8Array;
  /** Throws `Unreadable`. */
  open(bound: string, sealed: unknown): unknown;
}
