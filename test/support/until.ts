/** Nothing that a test waits for takes longer; a test that is over must not go on asking. */
const LONGEST_MS = 60_000;
/** The machine's own, whatever a test makes of the page's. */
const [now, later] = [Date.now, setTimeout];

/** Asks again and again till there is an answer; a refusal is none. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = now() + LONGEST_MS;
  let refusal: unknown = new Error('no answer');
  while (now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      refusal = error;
    }
    await new Promise((resolve) => later(resolve, 100));
  }
  const why = refusal instanceof Error ? refusal.message : String(refusal);
  throw new Error(`not within ${LONGEST_MS / 1000} s: ${why}`, { cause: refusal });
}
