/** The month so many after a month (before it, where negative): `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const number = (count % 12) + 1;
  return `${Math.floor(count / 12)}-${number < 10 ? `0${number}` : number}`;
}
