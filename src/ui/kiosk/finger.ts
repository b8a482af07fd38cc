/*
 * Whether a finger is on the glass. Pages wait for it to leave before they change: nothing may move away under a
 * finger that is about to be lifted. A hand that rests is not waited for. finger-watch.ts keeps the count.
 */

/** What is down, by the pointer's id, with the time at which it is forgotten. */
export const fingers = new Map<number, ReturnType<typeof setTimeout>>();
const waiting = new Set<() => void>();

export const fingerIsDown = (): boolean => fingers.size > 0;

/** Resolves when no finger is on the glass: at once when none is. */
export function fingerLifted(): Promise<void> {
  if (!fingerIsDown()) return Promise.resolve();
  return new Promise((resolve) => waiting.add(resolve));
}

/** The last finger has left. */
export function letWaitingGoOn(): void {
  for (const resume of [...waiting]) resume();
  waiting.clear();
}
