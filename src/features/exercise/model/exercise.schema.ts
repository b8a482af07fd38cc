import Type from 'typebox';
import {
  IdField,
  Line,
  MediaRef,
  OneOf,
  OrNull,
  Shape,
  ShortText,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

const Ms = Type.Integer({ minimum: 0, maximum: 4 * 3_600_000 });

/**
 * One repetition of a form: where in the video it starts, its count from 1, and the elder's own side.
 * Count 0 is a word of guidance between repetitions: a cue and nothing to count.
 */
const Beat = Shape({
  atMs: Ms,
  count: Type.Integer({ minimum: 0 }),
  side: OneOf(['left', 'right', 'both']),
  cue: OrNull(ShortText),
  cueEn: OrNull(Line),
});
const Form = Shape({
  key: ShortText,
  /** 0 for the opening, 1 to 8 for the forms, 9 for the closing. */
  number: Type.Integer({ minimum: 0, maximum: 99 }),
  name: ShortText,
  nameEn: Line,
  /** What to do, in at most 8 Han characters. */
  cue: ShortText,
  cueEn: Line,
  startMs: Ms,
  endMs: Ms,
  beats: Type.Array(Beat, { maxItems: 99 }),
});

/** A recorded exercise to follow: row `programme` in `city`. Times are milliseconds from the video's start. */
export const Programme = Shape({
  id: IdField('ProgrammeId'),
  title: ShortText,
  titleEn: Line,
  durationMs: Ms,
  /** The demonstrator moves as a mirror: the viewer's left is the elder's left. */
  mirrored: Type.Boolean(),
  video: MediaRef,
  poster: OrNull(MediaRef),
  forms: Type.Array(Form, { minItems: 1, maxItems: 30 }),
});

/**
 * A programme being played on one screen: row `run` in `centre:ID`, id = the screen's.
 * While playing, the position now is `positionMs + (hub now − asOfMs) × rate`.
 */
export const Run = Shape({
  id: IdField('DeviceId'),
  programmeId: IdField('ProgrammeId'),
  sessionId: OrNull(IdField('SessionId')),
  state: OneOf(['playing', 'paused', 'stopped']),
  positionMs: Ms,
  /** The hub's time at which `positionMs` held. */
  asOfMs: UnixMs,
  rate: Type.Number({ minimum: 0.5, maximum: 1.5 }),
  version: Type.Integer({ minimum: 1 }),
  startedBy: ShortText,
  /** The hub's time after which a screen that first hears of this start must not begin it. */
  startBeforeMs: UnixMs,
});

export const RunStartArgs = Shape({
  screenId: IdField('DeviceId'),
  programmeId: IdField('ProgrammeId'),
  sessionId: OrNull(IdField('SessionId')),
  formKey: OrNull(ShortText),
});
export const RunScreenArgs = Shape({ screenId: IdField('DeviceId') });
export const RunJumpArgs = Shape({ screenId: IdField('DeviceId'), formKey: ShortText });
export const ProgrammeSaveArgs = Shape({ programme: Programme });
