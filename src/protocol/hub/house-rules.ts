import type { CentreId } from '../../kernel/ids.ts';
import type { Actor, Outcome, RowTx } from '../../kernel/mutation.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { Mid } from '../../kernel/ids.ts';
import type { BindMutation } from './mutation-book.ts';

/** A change to carry out with authority, whoever made it. */
export interface Wanted {
  readonly mid: Mid;
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  readonly madeAt: TimeReading;
  /** Milliseconds it has been on its way; null when not known. */
  readonly age: number | null;
  /** What is wrong with the item itself, so that nothing can come of it; null where nothing is. */
  readonly wrong: string | null;
}

/** An outcome, or that it came too late to be tried. */
export type Ended = Outcome | { readonly status: 'expired'; readonly code: string; readonly detail: string };

/** A row before and after a change; undefined where there was or is none. */
export interface RowChange {
  /** The row, as `kind/id`. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How one change ended, for the house to write down what it keeps of it. */
export interface Ending {
  readonly actor: Actor;
  readonly wanted: Wanted;
  readonly outcome: Ended;
  /** What it wrote, as `kind/id`. */
  readonly touched: readonly string[];
  /** From what to what, where a person has made it. */
  readonly changes: readonly RowChange[];
  readonly nowMs: number;
}

/** A change of a name or a version that the hub did not know when it came. */
export interface Held {
  readonly actor: Actor;
  /** Hub time of receipt, Unix ms. */
  readonly receivedAtMs: number;
  readonly wanted: Wanted;
}

/**
 * What the protocol asks of the house it serves. It knows no noun itself: what a change means, what staff are told of one
 * that ended otherwise, and what a report says is for the nouns.
 */
/** When a hub does something. */
export interface HubMoment {
  /** Unix milliseconds. */
  readonly nowMs: number;
  /** False while that may be wrong. */
  readonly isSure: boolean;
}

export interface HouseRules {
  readonly bind: BindMutation;
  /** The centre's minutes east of UTC, also before the centre is known. */
  utcOffsetMinutes(tx: RowTx, centreId: CentreId): Promise<number>;
  /** Writes down a change that ended otherwise than applied, with what it would need to be done yet; and who did what. */
  noteEnding(tx: RowTx, ending: Ending): Promise<void>;
  /** What an older build has held of a centre, in the order it came. */
  heldOf(tx: RowTx, centreId: CentreId): Promise<readonly Held[]>;
  /** Whether it is held still: another process may have carried it out, or a person let it go. */
  isHeld(tx: RowTx, mid: Mid): Promise<boolean>;
  /** Writes down what came of something held. */
  noteHeldEnded(tx: RowTx, ending: Ending): Promise<void>;
  /** Tells staff that a device's disk may have been copied. */
  noteClone(tx: RowTx, deviceId: string, nowMs: number): Promise<void>;
  /** Writes a report down. False when nothing can be made of it. */
  takeReport(tx: RowTx, actor: Actor, report: unknown, at: HubMoment): Promise<boolean>;
}
