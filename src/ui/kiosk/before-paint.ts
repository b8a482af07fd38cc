const due = new Set<() => void>();

/**
 * Has something measured and set right before the next paint, once however often it is asked for until then. What
 * measures at each rendering makes the browser lay the page out anew each time; together it is once or twice a frame.
 */
export function beforePaint(measure: () => void): void {
  if (due.size === 0) requestAnimationFrame(measureAll);
  due.add(measure);
}

function measureAll(): void {
  const now = [...due];
  due.clear();
  for (const measure of now) measure();
}
