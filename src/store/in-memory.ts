import { isText, shape } from '../kernel/guards.ts';

let memoryOnly = false;

/** From now on what this page's store holds is gone with the page. */
export function noteInMemory(): void {
  memoryOnly = true;
}

const hasStore = shape<{ readonly memory: string }>({ memory: isText });

/**
 * Whether the page before this one, in this tab, came down to memory though the store opens: it would only come down again.
 * Noted with the tab's place in its history, which outlives a page that starts anew, and no power cut.
 */
export function startsInMemory(name: string): boolean {
  const state: unknown = history.state;
  return hasStore(state) && state.memory === name;
}

/** Whether this page can keep nothing. */
export const runsFromMemory = (): boolean => memoryOnly;
