import type { Kysely } from 'kysely';

/** A statement with the type of the rows it gives; its parameters are bound by place. */
export interface Statement<R> {
  readonly sql: string;
  /** Never set: carries the type. */
  readonly row?: R;
}

/** A statement that writes many rows: `one` for a row at a time, `all` for columns as arrays. */
export interface Bulk {
  readonly one: string;
  readonly all: string;
}

export type Param = string | number | null;

/** Runs statements inside one open transaction or snapshot. */
export interface Runner {
  all<R>(statement: Statement<R>, params: readonly (Param | readonly Param[])[]): Promise<R[]>;
  many(bulk: Bulk, rows: readonly (readonly Param[])[]): Promise<void>;
}

/** An engine's transactions. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** One snapshot, whatever is written meanwhile. */
  read<T>(work: (runner: Runner) => Promise<T>): Promise<T>;
  /**
   * One transaction, durable when it resolves. Those with the same `centre` wait for each other; `work` runs again
   * after a serialisation failure.
   */
  write<T>(centre: string, work: (runner: Runner) => Promise<T>): Promise<T>;
  /** Which queue a centre's transactions stand in: what shares a queue shares commits. */
  queueOf(centre: string): string;
  /** Other hubs on the same database; SQLite has none. */
  readonly peers: Peers | null;
  /** For what changes tables: everything else has its statements compiled once. */
  builder(): Kysely<unknown>;
  close(): Promise<void>;
}

/** A row was changed by another centre's transaction after this one had read it: run it again. */
export class Overtaken extends Error {}

/** The other processes of a hub, and what the database knows of its own past. */
export interface Peers {
  /** Tells every process, this one too, when the transaction commits. */
  announce(runner: Runner, notes: readonly string[]): Promise<void>;
  /** `interrupted`: the line was cut and is back; notes may have been missed, and the run held is no longer. */
  listen(told: (note: string) => void, interrupted: () => void): void;
  /** Holds a run's name for as long as the line stands. */
  hold(run: string): Promise<void>;
  release(run: string): Promise<void>;
  /** Whether some process still holds a run. */
  isHeld(runner: Runner, run: string): Promise<boolean>;
  /** Names the line of history the database is on: another one after a restore or a failover. */
  history(runner: Runner): Promise<string>;
}
