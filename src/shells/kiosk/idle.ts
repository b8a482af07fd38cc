/** What is on the glass, as far as leaving it alone goes. */
export type Shown = 'home' | 'public' | 'personal';

/** How long a page stays for nobody, by what it shows. */
const STAY_MS: Readonly<Record<Exclude<Shown, 'home'>, number>> = {
  public: 120_000,
  personal: 60_000,
};
/** How long 还在看吗？ waits for a tap. It may be answered any number of times. */
const ASK_MS = 30_000;

/**
 * Where the idle policy stands. `watching`: last touched then. `asking`: 还在看吗？ is shown. `over`: everything of
 * this person is to be wiped.
 */
export type Idle =
  | { readonly phase: 'watching'; readonly sinceMs: number }
  | { readonly phase: 'asking'; readonly untilMs: number }
  | { readonly phase: 'over' };

/** Somebody touched the glass, or another page is shown: the time begins anew. */
export const watched = (nowMs: number): Idle => ({ phase: 'watching', sinceMs: nowMs });

/**
 * What has become of it by now, given what is shown now. Home, as it should be, waits for nobody, and while the glass is
 * in use, by a finger on it or by an ear, nothing runs out.
 */
export function elapsed(idle: Idle, shown: Shown, nowMs: number, inUse: boolean): Idle {
  if (idle.phase === 'over' || inUse || shown === 'home') return idle;
  if (idle.phase === 'asking') return nowMs < idle.untilMs ? idle : { phase: 'over' };
  return nowMs - idle.sinceMs < STAY_MS[shown] ? idle : { phase: 'asking', untilMs: nowMs + ASK_MS };
}

/** Whole seconds left of 还在看吗？ */
export const secondsLeft = (idle: Idle, nowMs: number): number =>
  idle.phase === 'asking' ? Math.max(0, Math.ceil((idle.untilMs - nowMs) / 1000)) : 0;
