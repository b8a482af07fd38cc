import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';

/** A file of the centre's. */
export const mediaRow = (more: Partial<RowOf<'media'>> = {}): RowOf<'media'> => ({
  id: id('a'.repeat(64)),
  title: '秋游',
  mime: 'image/jpeg',
  sizeBytes: 1000,
  durationMs: null,
  chunks: ['b'.repeat(64)],
  addedAtMs: 0,
  ...more,
});
