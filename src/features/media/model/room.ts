import type { RowOf } from '../../../kernel/rows.ts';
import type { MediaItem } from './media.ts';

/** How much more a device has room for, by its own word: what is planned for it has its room already. */
export const leftOn = ({
  budgetBytes,
  wantedBytes,
}: Pick<RowOf<'deviceMedia'>, 'budgetBytes' | 'wantedBytes'>): number =>
  Math.max(0, budgetBytes - wantedBytes);

/** What files take, each once, with the pictures that stand for them; without those a device is to hold anyway. */
export function bytesOf(
  hashes: readonly string[],
  media: readonly MediaItem[],
  besides: ReadonlySet<string> = new Set(),
): number {
  const files = media.filter(({ id }) => hashes.includes(id) && !besides.has(id));
  const posters = files.flatMap(({ poster }) => media.filter(({ id }) => id === poster));
  return [...new Set([...files, ...posters])].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** What something adds to what a device is to hold, and how much more has room there. */
export interface Room {
  readonly name: string;
  readonly leftBytes: number;
  readonly addsBytes: number;
}
