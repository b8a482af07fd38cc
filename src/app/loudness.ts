/** Of 1: how loud this set is; a run or a playlist on it may be quieter and never louder. */
let level = 1;

export const loudness = (): number => level;

/** @param hundredths as its configuration says; undefined is as loud as the set itself is */
export function setLoudness(hundredths: number | undefined): void {
  level = Math.min(Math.max((hundredths ?? 100) / 100, 0), 1);
}
