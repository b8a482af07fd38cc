import { rowKinds } from '../../features/registry.ts';
import { scopeOf, type BucketName } from '../../kernel/buckets.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { AnyRowKind, DayAt, Retention } from '../../kernel/noun.ts';
import { aboutOf, endOf, retentionIn, type RowEnd } from '../../kernel/retention.ts';
import type { Kind } from '../../kernel/rows.ts';
import type { CivilDate } from '../../kernel/time.ts';
import type { IdRow } from '../../protocol/hub/ports.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';

/** Rows read at once, and moved in one transaction: what waits behind a step waits for milliseconds. */
const READ_AT_ONCE = 500;
const MOVED_AT_ONCE = 100;

interface SweepOptions {
  /** The day that has come: what was over before it goes. */
  readonly day: CivilDate;
  /** The most rows that go. */
  readonly rows: number;
  readonly dayAt: DayAt;
}

/** One kind in one bucket, with what is declared of it. */
interface Place {
  readonly bucket: BucketName;
  readonly kind: Kind;
  readonly rules: AnyRowKind;
  readonly retention: Retention<never>;
}

/**
 * Lets go of what is over in a centre's buckets, as each kind declares it: to the archive, or for good. In small steps,
 * between which everything else has its turn. Returns how many rows went; as many as were allowed means there may be more.
 */
export async function sweepRows(
  database: SqlHubDatabase,
  centreId: CentreId,
  options: SweepOptions,
): Promise<number> {
  let gone = 0;
  for (const place of await placesOf(database, centreId)) {
    let after = '';
    for (;;) {
      const start = after;
      const rows = await database.read((snapshot) =>
        snapshot.rowsAfterId(place.bucket, place.kind, start, READ_AT_ONCE),
      );
      const over = rows.filter((row) => isOver(place, row, options)).slice(0, options.rows - gone);
      for (let at = 0; at < over.length; at += MOVED_AT_ONCE)
        gone += await letGo(database, centreId, place, over.slice(at, at + MOVED_AT_ONCE), options);
      if (gone >= options.rows) return gone;
      const last = rows[rows.length - 1];
      if (last === undefined || rows.length < READ_AT_ONCE) break;
      // Where ids begin with their day, what comes after a day that stays all stays.
      if (place.rules.dayFirst === true && isOver(place, last, options) === null) break;
      after = last.id;
    }
  }
  return gone;
}

function isOver({ retention }: Place, { data }: IdRow, { day, dayAt }: SweepOptions): RowEnd | null {
  const end = endOf(retention, data, dayAt);
  return end !== null && end.lastDay < day ? end : null;
}

/** One step: the rows are read again, as one may have been changed, or opened again, since it was looked at. */
function letGo(
  database: SqlHubDatabase,
  centreId: CentreId,
  place: Place,
  rows: readonly IdRow[],
  options: SweepOptions,
): Promise<number> {
  const { bucket, kind, rules, retention } = place;
  return database.write(centreId, async (tx) => {
    let gone = 0;
    for (const { id } of rows) {
      const row = await tx.row(bucket, kind, id);
      const end = row === undefined ? null : isOver(place, { id, data: row }, options);
      if (end === null) continue;
      if (retention.for === 'days' && retention.afterwards === 'archive') {
        await tx.archive(bucket, kind, id, { day: end.day, about: aboutOf(rules, row), v: rules.v });
      } else await tx.writeRow(bucket, kind, id, null);
      gone += 1;
    }
    return gone;
  });
}

/** The kinds that end, in the buckets of a centre and its devices. */
async function placesOf(database: SqlHubDatabase, centreId: CentreId): Promise<readonly Place[]> {
  const devices = await database.read((snapshot) => snapshot.rows(`staff:${centreId}`, 'device'));
  const own = new Set(devices.map(({ id }) => `device:${id}`));
  const places: Place[] = [];
  for (const bucket of (await database.bucketVersions()).keys()) {
    if (bucket !== 'city' && !bucket.endsWith(`:${centreId}`) && !own.has(bucket)) continue;
    for (const kind of kinds) {
      const rules: AnyRowKind = rowKinds[kind];
      const retention = retentionIn(rules, scopeOf(bucket));
      if (retention !== undefined && retention.for !== 'standing')
        places.push({ bucket, kind, rules, retention });
    }
  }
  return places;
}

const isKind = (name: string): name is Kind => Object.prototype.hasOwnProperty.call(rowKinds, name);
const kinds: readonly Kind[] = Object.keys(rowKinds).filter(isKind);
