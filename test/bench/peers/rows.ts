/** The rows that every contender pulls or drains: the same ids and the same 300 bytes or so, made from their number. */
export interface BenchRow {
  readonly id: string;
  readonly n: number;
  readonly text: string;
}

export function benchRow(n: number): BenchRow {
  const id = `row-${String(n).padStart(6, '0')}`;
  return { id, n, text: `${id} ${'abcdefghij'.repeat(24)} ${(n * 2_654_435_761) % 4_294_967_296}` };
}

/** A sum over rows that does not depend on their order: equal sums and counts mean equal rows. */
export function sumOf(rows: Iterable<BenchRow>): { count: number; hash: number } {
  let count = 0;
  let hash = 0;
  for (const row of rows) {
    count += 1;
    let one = 2_166_136_261;
    const text = `${row.id}|${row.n}|${row.text}`;
    for (let i = 0; i < text.length; i += 1) one = Math.imul(one ^ text.charCodeAt(i), 16_777_619);
    hash = (hash + (one >>> 0)) % 4_294_967_296;
  }
  return { count, hash };
}

/** The sum of the first `count` rows, which a contender's must equal before its time counts. */
export function wantedSum(count: number): { count: number; hash: number } {
  return sumOf(Array.from({ length: count }, (_, n) => benchRow(n)));
}

/** What one contender did in one race: how long, and what it held at the end. */
export interface Lap {
  readonly ms: number;
  readonly count: number;
  readonly hash: number;
}
