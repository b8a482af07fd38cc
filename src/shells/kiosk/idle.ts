/** What is on the glass, as far as leaving it alone goes. */
export type Shown = 'home' | 'public' | 'personal';

/** How long a page stays for nobody, by what it shows. */
export const STAY_MS: Readonly<Record<Exclude<Shown, 'home'>, number>> = {
  public: 120_000,
  personal: 60_000,
};
/** How long 还在看吗？ waits for a tap. It may be answered any number of times. */
export const ASK_MS = 30_000;

/**
 * Where the idle policy stands. `resting`: home as it should be, nothing to wait for. `watching`: a page somebody may
 * be reading. `asking`: 还在看吗？ is shown. `over`: everything of this person is to be wiped.
 */
export type Idle =
  | { readonly phase: 'resting' }
  | { readonly phase: 'watching'; readonly untilMs: number }
  | { readonly phase: 'asking'; readonly untilMs: number }
  | { readonly phase: 'over' };

/** Somebody touched the glass, or another page is shown: the time begins anew. */
export const watched = (shown: Shown, nowMs: number): Idle =>
  shown === 'home' ? { phase: 'resting' } : { phase: 'watching', untilMs: nowMs + STAY_MS[shown] };

/** What has become of it by now. While a finger is on the glass nothing runs out. */
export function elapsed(idle: Idle, nowMs: number, fingerDown: boolean): Idle {
  if (idle.phase === 'resting' || idle.phase === 'over' || fingerDown || nowMs < idle.untilMs) return idle;
  return idle.phase === 'watching' ? { phase: 'asking', untilMs: nowMs + ASK_MS } : { phase: 'over' };
}

/** Whole seconds left of 还在看吗？ */
export const secondsLeft = (idle: Idle, nowMs: number): number =>
  idle.phase === 'asking' ? Math.max(0, Math.ceil((idle.untilMs - nowMs) / 1000)) : 0;
