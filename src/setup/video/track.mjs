// Motion between poses: every number of a pose runs on a monotone cubic (Fritsch–Carlson) through its keys. It
// rests where two keys agree, passes smoothly through the others, and never overshoots: no hand through a head.

function flatten(pose, out = []) {
  for (const value of Object.values(pose)) {
    if (typeof value === 'number') out.push(value);
    else flatten(value, out);
  }
  return out;
}

function refill(shape, numbers, cursor = { i: 0 }) {
  const out = Array.isArray(shape) ? [] : {};
  for (const [key, value] of Object.entries(shape)) {
    out[key] = typeof value === 'number' ? numbers[cursor.i++] : refill(value, numbers, cursor);
  }
  return out;
}

function slopes(times, values) {
  const n = times.length;
  const d = times.slice(1).map((t, i) => (values[i + 1] - values[i]) / (t - times[i]));
  const m = Array.from({ length: n }, () => 0);
  for (let i = 1; i < n - 1; i++) {
    if (d[i - 1] * d[i] <= 0) continue;
    const [h0, h1] = [times[i] - times[i - 1], times[i + 1] - times[i]];
    const [w0, w1] = [2 * h1 + h0, h1 + 2 * h0];
    m[i] = (w0 + w1) / (w0 / d[i - 1] + w1 / d[i]);
  }
  return m;
}

/** @param keys [[ms, pose], …] with rising times and poses of one shape. @returns (ms) => pose */
export function track(keys) {
  const times = keys.map(([ms]) => ms);
  times.forEach((t, i) => {
    if (i && t <= times[i - 1]) throw new Error(`keys out of order at ${t} ms`);
  });
  const rows = keys.map(([, pose]) => flatten(pose));
  const shape = keys[0][1];
  const channels = rows[0].map((_, c) => {
    const values = rows.map((row) => row[c]);
    if (values.some((v) => !Number.isFinite(v))) throw new Error(`a pose lacks channel ${c}`);
    return { values, m: slopes(times, values) };
  });
  let i = 0;
  return (ms) => {
    if (ms < times[i]) i = 0;
    while (i < times.length - 2 && ms >= times[i + 1]) i++;
    const h = times[i + 1] - times[i];
    const t = Math.min(1, Math.max(0, (ms - times[i]) / h));
    const [t2, t3] = [t * t, t * t * t];
    return refill(
      shape,
      channels.map(
        ({ values: v, m }) =>
          (2 * t3 - 3 * t2 + 1) * v[i] +
          (t3 - 2 * t2 + t) * h * m[i] +
          (3 * t2 - 2 * t3) * v[i + 1] +
          (t3 - t2) * h * m[i + 1],
      ),
    );
  };
}
