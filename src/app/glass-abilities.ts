import type { RowOf } from '../kernel/rows.ts';

/** What this glass can do and how it is set, as it tells staff: only what is told here is offered to be done from afar. */
type Abilities = Pick<RowOf<'deviceHealth'>, 'can' | 'awake' | 'volume'>;

let known: Abilities = {};
const listeners = new Set<() => void>();

/** Something more is known of this glass. */
export function tellAbilities(more: Abilities): void {
  const next = { ...known, ...more };
  if (JSON.stringify(next) === JSON.stringify(known)) return;
  known = next;
  for (const listener of listeners) listener();
}

export const abilities = (): Abilities => known;

/** Runs something whenever more is known. Returns the disposer. */
export function onAbilities(then: () => void): () => void {
  listeners.add(then);
  return () => listeners.delete(then);
}
