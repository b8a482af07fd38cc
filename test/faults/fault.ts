import type { Chance } from '../sim/random.ts';

/** What one round of damage came to. */
export interface Outcome {
  /** ✓ that a person saw and the hub never had. */
  readonly lost: number;
  /** ✓ that the hub has more than once. */
  readonly doubled: number;
  /** What stood on a glass, or on the hub's own page, and was not so; in words for who reads the report. */
  readonly untrue: readonly string[];
  /** Milliseconds from the end of the damage to a face, or a hub, that works again; null when nothing had to heal. */
  readonly healedMs: number | null;
  /** Where each ✓ that was lost is; in words. */
  readonly traces?: readonly string[];
}

/**
 * One kind of damage, done to a real browser, a real hub or the line between them. What differs from round to round is
 * drawn from its chance alone, so that a seed tells a round. Whatever would need a person's hand is thrown.
 */
export interface Fault {
  readonly name: string;
  /** What happens in the world, in a sentence. */
  readonly says: string;
  run(chance: Chance): Promise<Outcome>;
  /** Tidies up what its rounds have shared. */
  end?(): Promise<void>;
}
