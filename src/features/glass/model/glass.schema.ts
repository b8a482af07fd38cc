import Type from 'typebox';
import { IdField, Line, OrNull, Shape, Told, UnixMs } from '../../../kernel/fields.schema.ts';

/**
 * What a glass has painted: row `glass` in `staff:ID`, id = the device's. Written from reports only. A kiosk says of an
 * emergency that it stands on it, and of nothing else.
 */
export const Glass = Shape({
  id: IdField('DeviceId'),
  /** `KIND:ID@VERSION`, the same text as the document's `data-showing`; null when it shows nothing of ours. */
  showing: OrNull(Line),
  /** The hub's time at which this was first painted; 0 where the hub was not sure of its time. */
  sinceMs: UnixMs,
  /** The hub's time of the newest report. */
  confirmedMs: UnixMs,
  /** Why it shows that, as `whyText` of schedules writes it; absent from builds that do not say. */
  why: Type.Optional(Told(120)),
  /** What it ought to show and does not, as `missedText` of schedules writes it. */
  missed: Type.Optional(Told(120)),
  /** The sound that belongs to it was refused by the browser: it is only seen. Absent where none was wanted, or it sounded. */
  silent: Type.Optional(Type.Boolean()),
});

/** What a screen says it has painted. */
export const GlassReport = Type.Object({
  showing: OrNull(Line),
  /** Milliseconds since it was painted. */
  shownForMs: Type.Number({ minimum: 0 }),
  why: Type.Optional(Told(120)),
  missed: Type.Optional(Told(120)),
  silent: Type.Optional(Type.Boolean()),
});

/** What a screen says it has played in an hour; `of` names the hour and the item. */
export const PlaysReport = Type.Object({
  /** The hour's start, Unix ms. */
  hourMs: UnixMs,
  item: Type.String({ minLength: 1, maxLength: 120, pattern: '^\\P{Cc}+$' }),
  count: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  /** So long it stood there and was to be seen; absent from builds that do not say. */
  seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
});

/** How often something was shown in one hour: row `playCount` in `staff:ID`, id `SCREEN/HOUR/ITEM`. */
export const PlayCount = Shape({
  id: Line,
  screenId: IdField('DeviceId'),
  /** Unix milliseconds of the hour's start. */
  hourMs: UnixMs,
  item: Line,
  count: Type.Integer({ minimum: 0 }),
  seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
});
