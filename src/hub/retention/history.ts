import { rowKinds } from '../../features/registry.ts';
import { scopeOf, type BucketName } from '../../kernel/buckets.ts';
import type { Json } from '../../kernel/json.ts';
import type { AnyRowKind, DayAt } from '../../kernel/noun.ts';
import { aboutOf, endOf, retentionIn } from '../../kernel/retention.ts';
import { ofDays } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { ArchivedRow, ArchiveRange, HubSnapshot } from '../../protocol/hub/ports.ts';

/** So many are read out of the archive at once. */
const AT_ONCE = 20_000;

/**
 * Rows of some days, those still in their bucket and those in the archive, the newest first: one truth in two places,
 * and no row is in both.
 */
export async function historyOf<K extends Kind>(
  snapshot: HubSnapshot,
  bucket: BucketName,
  kind: K,
  range: ArchiveRange,
  dayAt: DayAt,
): Promise<readonly RowOf<K>[]> {
  const rules: AnyRowKind = rowKinds[kind];
  const retention = retentionIn(rules, scopeOf(bucket));
  const isAsked = (row: RowOf<K>): boolean => {
    const day = retention === undefined ? null : (endOf(retention, row, dayAt)?.day ?? null);
    if (day === null || day < range.first || day > range.last) return false;
    return range.about === undefined || aboutOf(rules, row) === range.about;
  };
  const days = rules.dayFirst === true ? ofDays(range.first, range.last) : undefined;
  const live = (await snapshot.rows(bucket, kind, days)).filter(isAsked);
  const archived = await allArchived(snapshot, bucket, kind, range);
  return [...live.reverse(), ...archived.map(({ data }) => asRow<K>(data))];
}

/** All of them, however many: what is counted by a part is counted wrong. */
async function allArchived(
  snapshot: HubSnapshot,
  bucket: BucketName,
  kind: Kind,
  range: ArchiveRange,
  atOnce = AT_ONCE,
): Promise<readonly ArchivedRow[]> {
  const rows = await snapshot.archived(bucket, kind, range, atOnce);
  const oldest = rows[rows.length - 1]?.day;
  if (rows.length < atOnce || oldest === undefined) return rows;
  // The oldest day may go on: it is asked for anew, and where one day alone is more, more at once.
  const whole = rows.filter(({ day }) => day !== oldest);
  if (whole.length === 0) return allArchived(snapshot, bucket, kind, range, 2 * atOnce);
  return [...whole, ...(await allArchived(snapshot, bucket, kind, { ...range, last: oldest }))];
}

/** The hub wrote it as a row of this kind; the archive keeps kinds apart. */
const asRow = <K extends Kind>(data: Json): RowOf<K> => data as unknown as RowOf<K>;
