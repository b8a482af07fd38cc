import { isNumber, shape } from '../../../kernel/guards.ts';

/** What is noted with the tab's place in its history, beside what others note there. */
interface TabNote {
  readonly memory: string | null;
  readonly timesInMemory: number;
}

const hasTimes = shape<Pick<TabNote, 'timesInMemory'>>({ timesInMemory: isNumber });

let note: TabNote | null = null;

/** How often this tab has come down to memory from a store that opened. */
export function timesInMemory(): number {
  const state: unknown = history.state;
  return hasTimes(state) ? state.timesInMemory : 0;
}

/** The next page of this tab starts in memory (`startsInMemory`) with this store; with none, on the disk. */
export function startNextInMemory(memory: string | null, times: number): void {
  // Another section of the console is another place, which has no note yet, or an old one.
  if (note === null) window.addEventListener('hashchange', write);
  note = { memory, timesInMemory: times };
  write();
}

const write = (): void => history.replaceState({ ...history.state, ...note }, '');
