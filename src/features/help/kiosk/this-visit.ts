import type { Mid } from '../../../kernel/ids.ts';

/*
 * Whose a call is. A kiosk knows nobody: one person is who touches the glass without a pause in which another could have
 * come. Kept in memory, for as long as that lasts.
 */

/** A call that was made at this glass, and by which visit. Times are the page's own clock, ms. */
export interface OwnCall {
  readonly callId: Mid;
  readonly visit: string;
  readonly kind: 'help' | 'emergency';
  readonly madeAt: number;
  /** It was told to the hub past the store, which holds nothing of it. */
  readonly direct?: true;
}

/** Who presses again so soon after the first press means that call; after that it is another, which rings anew. */
const REMINDER_MS = 60_000;
/** Whoever left the page so lately is still there, after a look at another page. */
const AWAY_MS = 20_000;
/** A glass that nobody has touched for so long may have somebody else before it. */
const UNTOUCHED_MS = 45_000;

let last: { readonly call: OwnCall; readonly leftAt: number } | null = null;

const made = new Set<string>();

/** A call was made here since the kiosk started: it is of today, whatever the clock says. */
export const noteMade = (callId: Mid): void => void made.add(callId);
export const madeHere = (callId: Mid): boolean => made.has(callId);

/** The page is left, with a call that its person may come back to. */
export const leftWith = (call: OwnCall, nowMono: number): void => {
  last = { call, leftAt: nowMono };
};

/** The call that whoever opens the page now has made just before; null for anybody else. Asked once. */
export function comesBackTo(nowMono: number): OwnCall | null {
  const before = last;
  last = null;
  if (before === null || nowMono - before.leftAt > AWAY_MS) return null;
  return isReminder(before.call, nowMono) ? before.call : null;
}

export const isReminder = ({ madeAt }: OwnCall, nowMono: number): boolean => nowMono - madeAt <= REMINDER_MS;

export const mayBeAnother = (untouchedMs: number): boolean => untouchedMs > UNTOUCHED_MS;

/** A name for a visit: it says when it began, and nothing of who it is. */
export function newVisit(): string {
  count += 1;
  return `${Date.now().toString(36)}-${count}`;
}
let count = 0;
