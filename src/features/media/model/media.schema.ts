import Type from 'typebox';
import {
  IdField,
  Line,
  MediaRef,
  OneOf,
  OrNull,
  Shape,
  Told,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** A media file the centre has: row `media` in `centre:ID`, id = its SHA-256. Written by the hub alone, which has read it. */
export const MediaItem = Shape({
  id: IdField('MediaHash'),
  title: Line,
  mime: OneOf(['video/mp4', 'image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4', 'audio/wav']),
  sizeBytes: Type.Integer({ minimum: 1 }),
  durationMs: OrNull(Type.Integer({ minimum: 0 })),
  /** SHA-256 of each 4 MiB chunk, in order. */
  chunks: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 4096 }),
  addedAtMs: UnixMs,
  /** How its tracks are coded, as a device is asked whether it can play them: `avc1.640028,mp4a.40.2`. */
  codecs: Type.Optional(Told(120)),
  widthPx: Type.Optional(Type.Integer({ minimum: 1 })),
  heightPx: Type.Optional(Type.Integer({ minimum: 1 })),
  framesPerSecond: Type.Optional(Type.Number({ minimum: 0 })),
  /** The picture that stands for a video until it plays, and for a photo in a list; a file of its own. */
  poster: Type.Optional(MediaRef),
  /** Set on such a picture: the file it belongs to, and goes with. */
  posterOf: Type.Optional(MediaRef),
  /** Who uploaded it; absent for what came with the sample. */
  by: Type.Optional(Line),
  /** Set while it is taken out and can still be put back: no device holds it for that. Hub time. */
  removedAtMs: Type.Optional(UnixMs),
});

export const MediaRenameArgs = Shape({ mediaId: IdField('MediaHash'), title: Line });
export const MediaRemoveArgs = Shape({ mediaId: IdField('MediaHash') });

/** Why a device cannot show a file. `why` is a word of the device's build: a newer one has more. */
const Faults = Type.Array(Type.Object({ media: Told(120), why: Told(40) }), { maxItems: 20 });

const held = {
  /** The most that media may take on the device, and what they take. */
  budgetBytes: Type.Integer({ minimum: 0 }),
  heldBytes: Type.Integer({ minimum: 0 }),
  /** The files it is to hold, and those of them that are whole on it. */
  wantedFiles: Type.Integer({ minimum: 0 }),
  readyFiles: Type.Integer({ minimum: 0 }),
  wantedBytes: Type.Integer({ minimum: 0 }),
  /** With what has come of a file under way. */
  readyBytes: Type.Integer({ minimum: 0 }),
  faults: Faults,
};

/** What a device says of the files it is to hold. */
export const MediaReport = Type.Object(held);
/** The last such word of a device: row `deviceMedia` in `staff:ID`, id = the device's. */
export const DeviceMedia = Shape({ id: IdField('DeviceId'), heardMs: UnixMs, ...held });
