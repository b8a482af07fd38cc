import { isOwnWord } from '../../devices/model/own-word.ts';
import type { RowOf } from '../../../kernel/rows.ts';

type Glass = RowOf<'glass'>;

/** What a screen says it shows: `KIND:ID@VERSION`. */
export interface Showing {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** What ought to be on a glass now; null is "whichever". */
export interface Expected {
  readonly kind: string;
  readonly id: string | null;
  readonly version: number | null;
}

/** What can honestly be said of a glass, from what it reported and when. */
export type GlassState =
  /** Never heard of, or not since it was paired: what was heard before was another set's. */
  | { readonly type: 'unheard' }
  /** It is signed off, or was never let in again: it is sent nothing, and what stood on it stands there no longer. */
  | { readonly type: 'unpaired'; readonly heardMs: number; readonly last: Showing | null }
  /** This console itself is cut off: what it knows of the glass is old, and says nothing of now. */
  | { readonly type: 'unknown'; readonly heardMs: number; readonly last: Showing | null }
  /** Nobody is signed in on this console (any more): the hub tells it nothing of now. */
  | { readonly type: 'signed-out'; readonly heardMs: number; readonly last: Showing | null }
  /** Nothing heard for a while; `last` is what it showed then. */
  | { readonly type: 'silent'; readonly heardMs: number; readonly last: Showing | null }
  /** It shows what it ought to. */
  | { readonly type: 'showing'; readonly what: Showing; readonly sinceMs: number; readonly heardMs: number }
  /** It shows the right thing in an older version: published, and not painted yet. */
  | { readonly type: 'behind'; readonly what: Showing; readonly heardMs: number }
  /** It shows something else; null is nothing of ours. */
  | {
      readonly type: 'other';
      readonly what: Showing | null;
      readonly sinceMs: number;
      readonly heardMs: number;
    };

/** After so long without a word a glass is not known to show anything: devices speak at least once a minute. */
export const SILENT_AFTER_MS = 150_000;

/** Reads `KIND:ID@VERSION`; null when it is nothing of ours. */
export function parseShowing(text: string | null): Showing | null {
  const [, kind, id, version] = /^([a-z-]+):(.+)@(\d+)$/.exec(text ?? '') ?? [];
  if (kind === undefined || id === undefined || version === undefined) return null;
  return { kind, id, version: Number(version) };
}

/** What is known when the state of a glass is asked for. */
export interface Known {
  readonly device: Pick<RowOf<'device'>, 'pairedAtMs'>;
  readonly glass: Glass | undefined;
  /** When the device last said anything at all, hub time; null when never. */
  readonly seenMs: number | null;
  /** Null where no one thing is expected. */
  readonly expected: Expected | null;
  /** The console's best time; null when unknown: then silence cannot be told. */
  readonly nowMs: number | null;
  /** Why the console hears nothing of its hub; null while it does. */
  readonly cutOff: 'away' | 'signed-out' | null;
}

/** The state of a glass: never more than what is known. */
export function glassState({ device, glass, seenMs, expected, nowMs, cutOff }: Known): GlassState {
  if (glass === undefined) return { type: 'unheard' };
  const heardMs = Math.max(glass.confirmedMs, seenMs ?? 0);
  const isPaired = device.pairedAtMs !== null;
  if (isPaired && !isOwnWord(device, glass.confirmedMs, nowMs)) return { type: 'unheard' };
  const what = parseShowing(glass.showing);
  if (cutOff !== null) return { type: cutOff === 'away' ? 'unknown' : cutOff, heardMs, last: what };
  if (!isPaired) return { type: 'unpaired', heardMs, last: what };
  if (nowMs !== null && nowMs - heardMs > SILENT_AFTER_MS) return { type: 'silent', heardMs, last: what };
  if (what === null) return { type: 'other', what, sinceMs: glass.sinceMs, heardMs };
  if (expected === null) return { type: 'showing', what, sinceMs: glass.sinceMs, heardMs };
  const right = what.kind === expected.kind && what.id === (expected.id ?? what.id);
  if (!right) return { type: 'other', what, sinceMs: glass.sinceMs, heardMs };
  if (what.version < (expected.version ?? 0)) return { type: 'behind', what, heardMs };
  return { type: 'showing', what, sinceMs: glass.sinceMs, heardMs };
}
