import type { BucketName } from '../../kernel/buckets.ts';

/** Names a set of grants, whatever their order: FNV-1a over the sorted names, twice with different starts. */
export function grantHash(grants: readonly BucketName[]): string {
  const text = [...grants].sort().join('\n');
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01000193);
}

function fnv1a(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
