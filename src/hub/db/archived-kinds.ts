import { rowKinds } from '../../features/registry.ts';
import { scopeOf, type BucketName } from '../../kernel/buckets.ts';
import type { AnyRowKind } from '../../kernel/noun.ts';
import { retentionIn } from '../../kernel/retention.ts';

const kinds: Readonly<Record<string, AnyRowKind>> = rowKinds;

/** Whether rows of a kind go from a bucket to the archive, where one that is wanted may lie. */
export function isArchived(bucket: BucketName, kind: string): boolean {
  const retention = retentionIn(kinds[kind], scopeOf(bucket));
  return retention?.for === 'days' && retention.afterwards === 'archive';
}
