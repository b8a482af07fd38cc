const FIRST_YEAR = 1900;
const OLDEST = 125;

const isYear = (year: number, thisYear: number): boolean => year >= FIRST_YEAR && year <= thisYear;

/** The year in what people write of a birthday: `1948`, `1948年3月`, `1948-03-12`, `19480312`; null where none is said. */
export function birthYearIn(text: string, thisYear: number): number | null {
  const [, year] =
    /^(\d{4})(?:\D|$|(?:0[1-9]|1[0-2])(?:[0-3]\d)?$)/.exec(text.normalize('NFKC').trim()) ?? [];
  return year !== undefined && isYear(Number(year), thisYear) ? Number(year) : null;
}

/** The year somebody of an age was born in, or the year after; null for what is no age. */
export function yearOfAge(text: string, thisYear: number): number | null {
  const [, age] = /^(\d{1,3})\s*(?:岁|周岁)?$/u.exec(text.normalize('NFKC').trim()) ?? [];
  return age !== undefined && Number(age) <= OLDEST ? thisYear - Number(age) : null;
}

/** Whether a text is an identity number: it is read for its year, and goes no further. */
export const isIdentity = (text: string): boolean =>
  /^(?:\d{17}[\dXx]|\d{15})$/.test(text.normalize('NFKC').replace(/[\s']/gu, ''));

/** The year of birth in an identity number of 18 or of 15 figures; null where there is none. */
export function yearOfIdentity(text: string, thisYear: number): number | null {
  if (!isIdentity(text)) return null;
  const figures = text.normalize('NFKC').replace(/[\s']/gu, '');
  const year = Number(figures.length === 18 ? figures.slice(6, 10) : `19${figures.slice(6, 8)}`);
  return isYear(year, thisYear) ? year : null;
}
