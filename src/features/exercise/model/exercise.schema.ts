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
  /** Which share of a repetition one breathes in, from its start; then out. Half, where nothing is said. */
  inhale: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  beats: Type.Array(Beat, { maxItems: 99 }),
});

/**
 * An exercise to follow: row `programme` in `city`, as a film, as a teacher whom the device draws, or both. Times are
 * milliseconds from its start, of the film too.
 */
export const Programme = Shape({
  id: IdField('ProgrammeId'),
  title: ShortText,
  titleEn: Line,
  durationMs: Ms,
  /** The demonstrator moves as a mirror: the viewer's left is the elder's left. */
  mirrored: Type.Boolean(),
  /** The film; absent where there is none, then `coach` is there. */
  video: Type.Optional(MediaRef),
  poster: OrNull(MediaRef),
  /** Quiet music to go round and round while it is drawn; a film has its own. */
  music: Type.Optional(MediaRef),
  /**
   * A device can draw it: which exercise it is, known by the keys of its forms, and whether its teacher sits. An older
   * build plays the film, and without one shows the words alone.
   */
  coach: Type.Optional(Shape({ kind: OneOf(['baduanjin', 'hands']), seated: Type.Boolean() })),
  forms: Type.Array(Form, { minItems: 1, maxItems: 30 }),
});

/** The most screens that hang in one hall. */
const Screens = Type.Array(IdField('DeviceId'), { minItems: 2, maxItems: 8, uniqueItems: true });

/** How a run is shown and heard; absent means as the programme is, without voice, as loud as the set is. */
const Settings = {
  mirrored: Type.Optional(Type.Boolean()),
  seated: Type.Optional(Type.Boolean()),
  voice: Type.Optional(Type.Boolean()),
  /** In hundredths of what the set's own volume lets through. */
  volume: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
};
const Rate = Type.Number({ minimum: 0.5, maximum: 1.5 });
const OwnCommand = Shape({ basedOn: Type.Integer({ minimum: 0 }), nth: Type.Integer({ minimum: 1 }) });
const RunStateWord = OneOf(['playing', 'paused', 'stopped']);

/**
 * A programme being played on one screen: row `run` in `centre:ID`, id = the screen's.
 * While playing, the position now is `positionMs + (hub now − asOfMs) × rate`.
 */
export const Run = Shape({
  id: IdField('DeviceId'),
  programmeId: IdField('ProgrammeId'),
  sessionId: OrNull(IdField('SessionId')),
  state: RunStateWord,
  positionMs: Ms,
  /** The hub's time at which `positionMs` held. */
  asOfMs: UnixMs,
  rate: Rate,
  version: Type.Integer({ minimum: 1 }),
  startedBy: ShortText,
  /** The hub's time after which a screen that first hears of this start must not begin it. */
  startBeforeMs: UnixMs,
  /** When the session it is played for ends, hub time: until then a finished round asks for another. Absent: it is for none. */
  untilMs: Type.Optional(UnixMs),
  /** Every screen that follows the same commands, this one among them; absent where it goes alone. */
  together: Type.Optional(Screens),
  ...Settings,
  /** Set where the newest command came from the screen's own remote: on which version it was given, and its number there. */
  own: Type.Optional(OwnCommand),
});

export const RunStartArgs = Shape({
  screenId: IdField('DeviceId'),
  programmeId: IdField('ProgrammeId'),
  sessionId: OrNull(IdField('SessionId')),
  formKey: OrNull(ShortText),
  together: Type.Optional(Screens),
});
export const RunScreenArgs = Shape({ screenId: IdField('DeviceId') });
export const RunJumpArgs = Shape({ screenId: IdField('DeviceId'), formKey: ShortText });
export const RunSetArgs = Shape({ screenId: IdField('DeviceId'), rate: Type.Optional(Rate), ...Settings });

/**
 * What a screen really does of a run, as it says itself: `run` is the version it obeys, 0 of one that began by the
 * timetable. Unknown fields of a newer build are let through.
 */
const reported = {
  version: Type.Integer({ minimum: 0 }),
  state: OneOf(['soon', 'playing', 'paused', 'again']),
  positionMs: Ms,
  rate: Rate,
  /** What moves on the glass: the drawn coach, the film, or nothing yet. */
  picture: OneOf(['coach', 'film', 'none']),
  /** The set refuses to sound without a touch, or is turned down. */
  silent: Type.Boolean(),
  /** False where the picture cannot be brought to where the run is. */
  following: Type.Boolean(),
  /** How far the picture is ahead of the run, in milliseconds, and how often it had to leap since the newest command. */
  driftMs: Type.Integer({ minimum: -14_400_000, maximum: 14_400_000 }),
  leaps: Type.Integer({ minimum: 0 }),
  mirrored: Type.Boolean(),
  seated: Type.Boolean(),
  voice: Type.Boolean(),
  volume: Type.Integer({ minimum: 0, maximum: 100 }),
  /** What can be set on this screen: what is not among it has no button. */
  can: Type.Array(OneOf(['mirror', 'seated', 'voice', 'volume', 'coach-pace']), { maxItems: 8 }),
};
export const RunReport = Type.Object(reported);

/** What a screen really does of a run: row `runReport` in `staff:ID`, id = the screen's. Written from reports only. */
export const RunOnGlass = Shape({
  id: IdField('DeviceId'),
  ...reported,
  /** The hub's time at which this held. */
  atMs: UnixMs,
});

/** A command of the screen's own remote, as it stands since: the hub takes it over where nothing newer has come. */
export const OwnRunReport = Type.Object({
  basedOn: Type.Integer({ minimum: 0 }),
  nth: Type.Integer({ minimum: 1 }),
  programmeId: IdField('ProgrammeId'),
  sessionId: OrNull(IdField('SessionId')),
  state: RunStateWord,
  positionMs: Ms,
  rate: Rate,
  untilMs: Type.Optional(UnixMs),
  /** Until it begins by itself, where it waits for its time; absent where it has begun. */
  waitsMs: Type.Optional(Ms),
  ...Settings,
  /** Nobody has pressed: the set was off, and holds where it was. */
  woke: Type.Optional(Type.Boolean()),
});

export const ProgrammeSaveArgs = Shape({ programme: Programme });
