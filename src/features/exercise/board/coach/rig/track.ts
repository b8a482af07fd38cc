/** A row of numbers at a moment. */
type Row = readonly [ms: number, numbers: readonly number[]];

function slopes(times: readonly number[], values: readonly number[]): number[] {
  const at = (list: readonly number[], i: number): number => list[i] ?? 0;
  const d = times.slice(1).map((t, i) => (at(values, i + 1) - at(values, i)) / (t - at(times, i)));
  return times.map((t, i) => {
    const [before, after] = [at(d, i - 1), at(d, i)];
    if (i === 0 || i === times.length - 1 || before * after <= 0) return 0;
    const [h0, h1] = [t - at(times, i - 1), at(times, i + 1) - t];
    const [w0, w1] = [2 * h1 + h0, h1 + 2 * h0];
    return (w0 + w1) / (w0 / before + w1 / after);
  });
}

/**
 * Motion between rows: every number runs on a monotone cubic (Fritsch–Carlson). It rests where two keys agree, passes
 * smoothly through the others, and never overshoots: no hand through a head.
 * @param rows with rising times, all of one length
 * @returns the numbers at a moment, in one array that the next call overwrites
 */
export function track(rows: readonly Row[]): (ms: number) => Float64Array {
  const times = rows.map(([ms]) => ms);
  if (times.some((t, i) => t <= (times[i - 1] ?? -Infinity))) throw new Error('keys are out of order');
  const width = rows[0]?.[1].length ?? 0;
  if (rows.some(([, numbers]) => numbers.length !== width || !numbers.every(Number.isFinite)))
    throw new Error('a key is not of the shape of the others');
  const values = new Float64Array(rows.length * width);
  const rises = new Float64Array(rows.length * width);
  for (let c = 0; c < width; c += 1) {
    const column = rows.map(([, numbers]) => numbers[c] ?? 0);
    const m = slopes(times, column);
    column.forEach((value, i) => {
      values[i * width + c] = value;
      rises[i * width + c] = m[i] ?? 0;
    });
  }
  const out = new Float64Array(width);
  let i = 0;
  return (ms) => {
    if (ms < (times[i] ?? 0)) i = 0;
    while (i < times.length - 2 && ms >= (times[i + 1] ?? 0)) i += 1;
    const from = times[i] ?? 0;
    const h = (times[i + 1] ?? from) - from;
    const t = h === 0 ? 0 : Math.min(1, Math.max(0, (ms - from) / h));
    const [t2, t3] = [t * t, t * t * t];
    const [v0, v1] = [2 * t3 - 3 * t2 + 1, 3 * t2 - 2 * t3];
    const [m0, m1] = [(t3 - 2 * t2 + t) * h, (t3 - t2) * h];
    const a = i * width;
    const b = h === 0 ? a : a + width;
    for (let c = 0; c < width; c += 1) {
      out[c] =
        v0 * (values[a + c] ?? 0) +
        m0 * (rises[a + c] ?? 0) +
        v1 * (values[b + c] ?? 0) +
        m1 * (rises[b + c] ?? 0);
    }
    return out;
  };
}
