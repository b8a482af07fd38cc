import { rowKinds } from '../../features/registry.ts';
import { scopeOf, type BucketName } from '../../kernel/buckets.ts';
import type { Json } from '../../kernel/json.ts';
import type { AnyRowKind, DayAt } from '../../kernel/noun.ts';
import { aboutOf, endOf, retentionIn } from '../../kernel/retention.ts';
import { ofDays } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { ArchiveRange, HubSnapshot } from '../../protocol/hub/ports.ts';

/** More than any month of a busy centre has; who asks for more asks again for less. */
const MOST = 20_000;

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
  const archived = await snapshot.archived(bucket, kind, range, MOST);
  return [...live.reverse(), ...archived.map(({ data }) => asRow<K>(data))];
}

/** The hub wrote it as a row of this kind; the archive keeps kinds apart. */
const asRow = <K extends Kind>(data: Json): RowOf<K> => data as unknown as RowOf<K>;
