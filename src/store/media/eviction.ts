import type { HeldFile } from './media-ledger.ts';

/**
 * Which files to give up so that `incoming` bytes fit the budget: the least recently used first, and never what is
 * still scheduled. Null when they do not fit even so.
 */
export function evictions(
  files: readonly HeldFile[],
  incomingBytes: number,
  budgetBytes: number,
  nowMs: number,
): readonly HeldFile[] | null {
  let over = files.reduce((sum, file) => sum + file.sizeBytes, incomingBytes) - budgetBytes;
  const given: HeldFile[] = [];
  const free = files.filter((file) => file.neededUntilMs <= nowMs);
  for (const file of [...free].sort((a, b) => a.lastUsedMs - b.lastUsedMs)) {
    if (over <= 0) break;
    given.push(file);
    over -= file.sizeBytes;
  }
  return over <= 0 ? given : null;
}
