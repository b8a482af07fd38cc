import Type from 'typebox';
import { IdField, Line, MediaRef, OneOf, Shape, ShortText, UnixMs } from '../../../kernel/fields.schema.ts';

const PlaylistItem = Shape({
  media: MediaRef,
  /** How long a photo stays, and the most that is played of a video. Absent: as long as is usual, and to its end. */
  seconds: Type.Optional(Type.Integer({ minimum: 3, maximum: 3600 })),
  /** `whole` (also where it is absent): uncropped. `fill`: the panel is filled, and the edges are cut off. */
  fit: Type.Optional(OneOf(['whole', 'fill'])),
});

const items = Type.Array(PlaylistItem, { minItems: 1, maxItems: 200 });

/** Photos and videos one after the other, over and over: row `playlist` in `centre:ID`. */
export const Playlist = Shape({
  id: IdField('PlaylistId'),
  title: ShortText,
  items,
  /** True where its videos are heard: a hall at lunch is not for that, unless somebody says so. */
  sound: Type.Optional(Type.Boolean()),
  /** One more with each change. */
  version: Type.Integer({ minimum: 1 }),
  by: Line,
  changedAtMs: UnixMs,
});

export const PlaylistSaveArgs = Shape({
  playlistId: IdField('PlaylistId'),
  title: ShortText,
  items,
  sound: Type.Optional(Type.Boolean()),
  /** The version it was made from; 0 for a new one. */
  baseVersion: Type.Integer({ minimum: 0 }),
});
export const PlaylistRemoveArgs = Shape({
  playlistId: IdField('PlaylistId'),
  /** The version that was looked at; absent from builds that do not say. */
  baseVersion: Type.Optional(Type.Integer({ minimum: 0 })),
});
