import type { Moved } from '../../protocol/hub/ports.ts';
import type { Poke } from '../../protocol/wire/wire.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';
import { MOST_ROWS } from './pokes.ts';

/** Tells who listens of every bucket that has moved, what other processes did in its order too. */
export class Telling {
  readonly #listeners = new Set<(poke: Poke) => void>();
  readonly #database: SqlHubDatabase;
  readonly #pokeOf: (moved: Moved) => Poke;
  /** What other processes did is told in its order, though each page of it is read first. */
  #telling: Promise<void> = Promise.resolve();

  constructor(database: SqlHubDatabase, pokeOf: (moved: Moved) => Poke) {
    this.#database = database;
    this.#pokeOf = pokeOf;
  }

  listen(listener: (poke: Poke) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  moved(moved: Moved): void {
    if (moved.rows !== null) this.tell(this.#pokeOf(moved));
    else this.after(async () => this.tell(this.#pokeOf(await this.#reread(moved))));
  }

  /** A poke that cannot be made is no loss: every client pulls once a minute. */
  after(work: () => Promise<void>): void {
    this.#telling = this.#telling.then(work).catch(() => undefined);
  }

  tell(poke: Poke): void {
    for (const listener of this.#listeners) listener(poke);
  }

  /** Nobody listens any more, and nothing is under way. */
  async end(): Promise<void> {
    this.#listeners.clear();
    await this.#telling;
  }

  /** The page of another process's commit: up to where the bucket is now, as a pull would have it. */
  #reread({ bucket, from }: Moved): Promise<Moved> {
    return this.#database.read(async (snapshot) => {
      const { version } = await snapshot.bucket(bucket);
      const rows = await snapshot.rowsAfter(bucket, from, MOST_ROWS + 1, true);
      return { bucket, from, version, count: rows.length, rows: () => rows };
    });
  }
}
