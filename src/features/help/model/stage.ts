import type { HelpCall } from './help.ts';

/** What the kiosk that made a call knows of it, besides the call. */
interface Watched {
  /** Undefined while its row is not there: just made, refused because it came too late, or lost with the disk. */
  readonly call: HelpCall | undefined;
  /** Milliseconds since it was made, by the page's own clock, which no hub and no year changes. */
  readonly waitedMs: number;
  /** Milliseconds since the page first saw that somebody comes. */
  readonly comingMs: number;
  /** How it stands with the hub; one that hangs is away. `cut`: it has taken the call, and answers no more. */
  readonly hub: 'there' | 'away' | 'signed-out' | 'cut';
}

/**
 * What may be said to whoever called, and no more: `calling` nobody has it yet; `unseen` nobody has it still; `called` a
 * console has it; `unanswered` it has it for a minute; `nobody` for three; `coming` somebody said so; `late` but should
 * be here by now; `lost` the hub did not take it.
 */
export type Stage =
  | 'calling'
  | 'unseen'
  | 'called'
  | 'unanswered'
  | 'nobody'
  | 'coming'
  | 'late'
  | 'helped'
  | 'withdrawn'
  | 'lost'
  | 'away'
  | 'cut'
  | 'signed-out';

/** By then a console that is looked at has long said that it has the call. */
const UNSEEN_AFTER_MS = 8000;
/** A call is repeated, louder, after so long. */
const AGAIN_MS = 60_000;
const NOBODY_AFTER_MS = 3 * AGAIN_MS;
/** From anywhere in the house to the kiosk. */
const LATE_AFTER_MS = 5 * 60_000;
/** What was made a moment ago may not have come back from the disk. */
const SOON_MS = 3000;

export function stageOf({ call, waitedMs, comingMs, hub }: Watched): Stage {
  switch (call?.state) {
    case 'done':
      return 'helped';
    case 'withdrawn':
      return 'withdrawn';
    case 'coming':
      return comingMs < LATE_AFTER_MS ? 'coming' : 'late';
    case 'waiting':
      return waitingStage(call, waitedMs, hub);
    case undefined:
      if (hub !== 'there') return hub;
      return waitedMs < SOON_MS ? 'calling' : 'lost';
  }
}

function waitingStage(call: HelpCall, waitedMs: number, hub: Watched['hub']): Stage {
  const isHeard = (call.heard ?? []).length > 0;
  // What a console has, it keeps on ringing, whatever becomes of the way to the hub.
  if (!isHeard && hub !== 'there') return hub;
  if (waitedMs >= NOBODY_AFTER_MS) return 'nobody';
  if (isHeard) return waitedMs < AGAIN_MS ? 'called' : 'unanswered';
  return waitedMs < UNSEEN_AFTER_MS ? 'calling' : 'unseen';
}

/** How often it has been called by now: at first, and once more each minute. */
export const timesCalled = (waitedMs: number): number => 1 + Math.floor(Math.max(0, waitedMs) / AGAIN_MS);
