/** One thing that was measured, in the unit its name tells, with what DESIGN's budgets want of it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What DESIGN says; null where it says nothing. */
  readonly target: number | null;
  /** Null where there is no target. */
  readonly met: boolean | null;
  /** Whatever helps to judge the value: laps, sizes of parts, what it was compared with. */
  readonly detail?: unknown;
}

/** What a measure is given. */
export interface BenchContext {
  /** Fewer laps: to see that it works, not to quote. */
  readonly quick: boolean;
  /** Of what a screen shows, in the soak; as many as it has in months where nobody says. */
  readonly changes?: number | undefined;
  readonly chromium: string;
  /** The built app. */
  readonly appDir: string;
  /** What is fetched or built on demand. */
  readonly cacheDir: string;
  /** A fresh folder that is removed at the end. */
  scratch(): Promise<string>;
  /** Runs when the measure has ended, however it did; the last given runs first. */
  afterwards(end: () => Promise<unknown>): void;
  say(text: string): void;
}

/** Measures something; throws when what it ran did not do its work. */
export type Measure = (context: BenchContext) => Promise<readonly Figure[]>;

/** A figure that is good when it is no more than its target. */
export const atMost = (name: string, value: number, target: number | null, detail?: unknown): Figure => ({
  name,
  value: rounded(value),
  target,
  met: target === null ? null : value <= target,
  ...(detail === undefined ? {} : { detail }),
});

/** A figure that is good when it is no less than its target. */
export const atLeast = (name: string, value: number, target: number | null, detail?: unknown): Figure => ({
  ...atMost(name, value, target, detail),
  met: target === null ? null : value >= target,
});

/** The value that a share of all (0 to 1) does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
  if (value === undefined) throw new Error('no value was measured');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const worst = (values: readonly number[]): number => quantile(values, 1);

/** Three significant digits are more than such a measurement knows. */
export const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
