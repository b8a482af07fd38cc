import type { MenuItem } from './menu.ts';

/** What a dish is declared to hold, a serving. */
export type Nutrient = 'energy' | 'fat' | 'salt';
type Declared = Pick<MenuItem, 'energyKcal' | 'fatG' | 'saltG'>;

/**
 * What one adult has in a day: kcal, and grams of fat and salt not to be passed. The reference values of GB 28050
 * (8400 kJ, 60 g of fat, 2000 mg of sodium, which is 5 g of salt).
 */
export const ofADay: Readonly<Record<Nutrient, number>> = { energy: 2000, fat: 60, salt: 5 };

/** The figure of a nutrient in a serving: kcal for energy, grams for the others; null where nobody has measured it. */
export function declared(dish: Declared, nutrient: Nutrient): number | null {
  switch (nutrient) {
    case 'energy':
      return dish.energyKcal;
    case 'fat':
      return dish.fatG;
    case 'salt':
      return dish.saltG;
  }
}

/** A part of a day's amount as people say it, with the share from which on it is said. */
const SHARES = [
  { share: 'hardly', from: 0 },
  { share: 'twentieth', from: 0.03 },
  { share: 'tenth', from: 0.075 },
  { share: 'fifth', from: 0.15 },
  { share: 'quarter', from: 0.225 },
  { share: 'third', from: 0.29 },
  { share: 'half', from: 0.42 },
  { share: 'most', from: 0.6 },
  { share: 'whole', from: 0.9 },
  { share: 'over', from: 1.1 },
] as const;
type Share = (typeof SHARES)[number]['share'];

/** About which part of a day's amount a figure is. */
export function shareOfADay(nutrient: Nutrient, figure: number): Share {
  const part = figure / ofADay[nutrient];
  return SHARES.reduce<Share>((said, { share, from }) => (part >= from ? share : said), 'hardly');
}
