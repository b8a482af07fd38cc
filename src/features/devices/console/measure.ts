/** What staff have typed of a panel and its last reader. */
interface Typed {
  readonly diagonalInches: number;
  readonly distanceMm: number;
}

/** What may be set, as the device's schema has it: inches of a panel, and millimetres to its farthest reader. */
const INCHES = { least: 3, most: 120 };
const DISTANCE_MM = { least: 200, most: 20_000 };

/** A number as people type it, with a comma too; null where it is none, or not between. */
function between(typed: string, { least, most }: { least: number; most: number }, times = 1): number | null {
  const number = typed.trim() === '' ? NaN : Number(typed.trim().replace(/[，,。]/, '.')) * times;
  return number >= least && number <= most ? number : null;
}

/** Inches as typed; null where no panel is so large. */
export const inchesIn = (typed: string): number | null => {
  const inches = between(typed, INCHES);
  return inches === null ? null : Math.round(inches * 10) / 10;
};

/** Metres as typed, in millimetres; null where no reader is so far. */
export const distanceIn = (typed: string): number | null => {
  const mm = between(typed, DISTANCE_MM, 1000);
  return mm === null ? null : Math.round(mm);
};

export function measureIn(inches: string, metres: string): Typed | null {
  const [diagonalInches, distanceMm] = [inchesIn(inches), distanceIn(metres)];
  return diagonalInches === null || distanceMm === null ? null : { diagonalInches, distanceMm };
}
