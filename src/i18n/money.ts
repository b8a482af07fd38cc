/** Yuan as written on a board: whole yuan without a point, otherwise as few digits as tell (900 → 9, 950 → 9.5). */
export function formatYuan(fen: number): string {
  return String(fen / 100);
}
