import type { Tamper } from './tamper.ts';

/** One mechanism of the protocol and how the harness turns it off. */
export interface Mechanism {
  /** What it is there for. */
  readonly says: string;
  readonly off: () => Tamper;
}

export const mechanisms: ReadonlyMap<string, Mechanism> = new Map();
