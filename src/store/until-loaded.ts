/**
 * Loads a part of the program that came after the first paint, trying again for as long as it takes: a page runs for
 * months, and must not do without it because one request was lost.
 * @param meanwhile called before each further attempt
 */
export async function untilLoaded<T>(
  load: () => Promise<T>,
  meanwhile: () => void,
  pauseMs: number,
): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      console.error(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    meanwhile();
  }
}
