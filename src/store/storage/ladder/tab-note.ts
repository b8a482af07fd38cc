import { isNumber, shape } from '../../../kernel/guards.ts';

const hasTimes = shape<{ readonly timesInMemory: number }>({ timesInMemory: isNumber });

/** How often this tab has come down to memory from a store that opened. */
export function timesInMemory(): number {
  const state: unknown = history.state;
  return hasTimes(state) ? state.timesInMemory : 0;
}

/** The next page of this tab starts in memory (`startsInMemory`) with this store; with none, on the disk. */
export const startNextInMemory = (memory: string | null, times: number): void =>
  history.replaceState({ ...history.state, memory, timesInMemory: times }, '');
