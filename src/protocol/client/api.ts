import type { Scope } from '../../kernel/buckets.ts';
import type { Json } from '../../kernel/json.ts';
import type { Mid } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';
import type { TimeReading } from '../../kernel/time.ts';
import type { ArgsOf, MutationName } from '../../kernel/mutation.ts';
import type { RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { Report } from '../../kernel/report.ts';
import type { WireResult } from '../wire/wire.ts';

/** Reads the view: base plus overlay, of the newest whole generation. */
export interface View {
  get<K extends Kind>(scope: Scope, kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** The rows of a kind, or those of a range, ordered by id. */
  list<K extends Kind>(scope: Scope, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]>;
}

/**
 * A question to the view. It may read several kinds; the rows and ranges it reads are what it will be asked again for,
 * whatever else changes.
 */
export type Query<T> = (view: View) => Promise<T>;

/** A mutation the hub did not carry out, for the one who made it. */
export interface Ended {
  readonly mid: Mid;
  readonly name: string;
  readonly result: WireResult;
}

/** A change that waits to be acknowledged. */
export interface Unsent {
  readonly name: string;
  readonly args: Json;
}

/** How the device stands with its hub. Being away is a status, not an error. */
export interface SyncStatus {
  /** `starting`: nothing loaded yet on a first start; `live`: hints arrive; `polling`: it answers, without hints; `away`: it does not answer. */
  readonly link: 'starting' | 'live' | 'polling' | 'away' | 'signed-out';
  /** Mutations not yet acknowledged. */
  readonly outbox: number;
  /** When the hub last answered a pull, Unix ms of the device's best time; null when never. */
  readonly lastSyncMs: number | null;
  /** True once every granted bucket has been loaded once. */
  readonly loaded: boolean;
  /** The newest endings that were not `applied` or `merged`. */
  readonly ended: readonly Ended[];
}

/** The one thing views and controls talk to: the local store with the sync behind it. */
export interface LocalStore {
  readonly actor: Actor;
  /** The centre's offset as this device remembers it, for what the centre's own row would say and cannot. */
  readonly utcOffsetMinutes: number;
  query<T>(query: Query<T>): Promise<T>;
  /**
   * Runs a query now and whenever what it read has changed. `held` is false where something that was asked and that the
   * actor may hold is not here whole (not loaded yet, or lost): what is missing from the answer may be all the same.
   * Returns the disposer, after which it is silent.
   */
  watch<T>(
    query: Query<T>,
    next: (value: T, held: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void;
  /**
   * Makes a change. Resolves once it is durable on two media (outbox and journal), which is when ✓ may be shown;
   * resolves to a local refusal when `apply` refuses it here and now, and then nothing is queued.
   */
  mutate<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Made>;
  /** What the hub last answered to a question outside the sync, as long as nothing granted has gone since. */
  recall(question: string): Promise<Json | undefined>;
  /** Keeps an answer for the time without the hub, or what the device must know after a power cut: `strict`. */
  remember(question: string, answer: unknown, durability?: 'relaxed' | 'strict'): Promise<void>;
  status(): SyncStatus;
  watchStatus(next: (status: SyncStatus) => void): () => void;
  /** What was made here and is not acknowledged, in the order of its making. */
  unsent(): Promise<readonly Unsent[]>;
  /** The time as this device knows it. */
  time(): TimeReading;
  /** Told when the time is confirmed or stepped; while it only goes by, and where a wall clock jumps, nothing is said. */
  watchTime(next: () => void): () => void;
  /** Sends what the device says of itself, apart from its changes; the last of a kind counts. */
  report(report: Report): void;
  /** Asks for a sync now (a person pressed "again"). */
  syncNow(): void;
}

export type Made =
  | { readonly ok: true; readonly mid: Mid }
  | {
      readonly ok: false;
      readonly status: 'refused' | 'conflict';
      readonly code: string;
      readonly detail: string;
    };
