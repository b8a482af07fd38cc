/** Lets so much time pass on the page's clock, and no more while something is looked at, however long that takes. */
export async function leftAlone(ms: number, look: () => Promise<void>): Promise<void> {
  const real = performance.now.bind(performance);
  const now = real() + ms;
  performance.now = () => now;
  try {
    await look();
  } finally {
    performance.now = real;
  }
}
