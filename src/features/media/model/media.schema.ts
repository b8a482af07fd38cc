import Type from 'typebox';
import { Line, OneOf, OrNull, Shape, UnixMs, IdField } from '../../../kernel/fields.schema.ts';

/** A media file the centre has: row `media` in `centre:ID`, id = its SHA-256. */
export const MediaItem = Shape({
  id: IdField('MediaHash'),
  title: Line,
  mime: OneOf(['video/mp4', 'image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4']),
  sizeBytes: Type.Integer({ minimum: 1 }),
  durationMs: OrNull(Type.Integer({ minimum: 0 })),
  /** SHA-256 of each 4 MiB chunk, in order. */
  chunks: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 4096 }),
  addedAtMs: UnixMs,
});
