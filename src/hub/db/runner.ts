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
  close(): Promise<void>;
}
