import { sql, type Kysely } from 'kysely';

/** A row of a bucket as a step reads it: of the shape it had when it was written. */
interface StoredRow {
  readonly bucket: string;
  readonly id: string;
  readonly data: unknown;
}

/** A row as a step leaves it; `data` null is its tombstone. */
interface RewrittenRow {
  readonly bucket: string;
  readonly kind: string;
  readonly id: string;
  readonly data: unknown;
}

const BATCH = 500;

/**
 * The rows of all buckets inside a step. What is written takes the bucket's next versions, so that devices pull it as
 * they pull any change.
 */
export class MigratedRows {
  readonly #db: Kysely<unknown>;
  readonly #nowMs: number;
  readonly #versions = new Map<string, number>();
  #runsEnded = false;

  constructor(db: Kysely<unknown>, nowMs: number) {
    this.#db = db;
    this.#nowMs = nowMs;
  }

  /**
   * The live rows of a kind in every bucket, a batch at a time, in the order of bucket and id. Rows written since the
   * walk began are not met.
   */
  async *batches(kind: string): AsyncGenerator<readonly StoredRow[]> {
    const { rows: buckets } = await sql<Counter>`select name, version from bucket order by name`.execute(
      this.#db,
    );
    for (const { name, version } of buckets) {
      let after = '';
      for (;;) {
        const { rows } = await sql<{ id: string; data: string }>`
          select id, data from "row" where bucket = ${name} and kind = ${kind} and id > ${after}
          and version <= ${version} and data is not null order by id limit ${BATCH}`.execute(this.#db);
        const last = rows.at(-1);
        if (last === undefined) break;
        yield rows.map(({ id, data }) => ({ bucket: name, id, data: JSON.parse(data) }));
        after = last.id;
      }
    }
  }

  async write(rows: readonly RewrittenRow[]): Promise<void> {
    await this.#endRuns();
    for (let start = 0; start < rows.length; start += BATCH)
      await this.#write(rows.slice(start, start + BATCH));
  }

  async #write(rows: readonly RewrittenRow[]): Promise<void> {
    const values = [];
    for (const { bucket, kind, id, data } of rows) {
      const version = (this.#versions.get(bucket) ?? (await this.#versionOf(bucket))) + 1;
      this.#versions.set(bucket, version);
      const text = data === null ? null : JSON.stringify(data);
      values.push(
        sql`(${bucket}, ${kind}, ${id}, ${version}, ${text}, ${text === null ? this.#nowMs : null})`,
      );
    }
    await sql`insert into "row" (bucket, kind, id, version, data, "diedAtMs") values ${sql.join(values)}
      on conflict (bucket, kind, id) do update set version = excluded.version, data = excluded.data,
      "diedAtMs" = excluded."diedAtMs"`.execute(this.#db);
    for (const bucket of new Set(rows.map((row) => row.bucket))) {
      await sql`insert into bucket (name, version, floor) values (${bucket}, ${this.#versions.get(bucket)}, 0)
        on conflict (name) do update set version = excluded.version`.execute(this.#db);
    }
  }

  async #versionOf(bucket: string): Promise<number> {
    const { rows } = await sql<{ version: number | string }>`
      select version from bucket where name = ${bucket}`.execute(this.#db);
    return Number(rows[0]?.version ?? 0);
  }

  /**
   * The runs before ended where the buckets stood: counted with what a step writes, a data folder that was copied back
   * and started with a newer program would pass for one that was not.
   */
  async #endRuns(): Promise<void> {
    if (this.#runsEnded) return;
    this.#runsEnded = true;
    const { rows } = await sql<Counter>`select name, version from bucket order by name`.execute(this.#db);
    const ended = JSON.stringify(
      Object.fromEntries(rows.map(({ name, version }) => [name, Number(version)])),
    );
    await sql`update run set ended = ${ended} where ended is null`.execute(this.#db);
  }
}

interface Counter {
  readonly name: string;
  readonly version: number | string;
}
