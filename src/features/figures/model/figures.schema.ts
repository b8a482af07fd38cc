import Type from 'typebox';
import { MealName } from '../../centre/model/centre.schema.ts';
import { DateField, IdField, Line, OneOf, OrNull, ShortText, UnixMs } from '../../../kernel/fields.schema.ts';
import { periodNames } from './period.ts';

export const PeriodField = OneOf(periodNames);

const Count = Type.Integer({ minimum: 0 });
/** Seconds; null where none was timed. */
const Seconds = OrNull(Count);

/**
 * Who came. A visitor's id is made for one visit, so that who came twice without membership are two. Of a member who was
 * deleted since, the visits stay, as visitors'.
 */
const Came = Type.Object({
  /** Attendances that count: each member once a session, however often they signed in for it. */
  checkIns: Count,
  /** How many different members. */
  members: Count,
  /** Of the check-ins, those of visitors. */
  visitors: Count,
  /** `people`: how many different ones came on that day. Every day of the period, also the empty ones. */
  days: Type.Array(Type.Object({ date: DateField, checkIns: Count, people: Count })),
  /** By the hour in which they signed in, on the session's own day. */
  hours: Type.Array(Count, { minItems: 24, maxItems: 24 }),
  /** Whose hour nobody knows: written down on another day, or where no clock told. */
  hourUnknown: Count,
  sessions: Type.Array(Type.Object({ date: DateField, courseId: IdField('CourseId'), checkIns: Count })),
});

/** Names put down for a course's sessions up to now. `came`: those with a place who came. */
const Enrolled = Type.Object({
  courseId: IdField('CourseId'),
  sessions: Count,
  taken: Count,
  waiting: Count,
  left: Count,
  came: Count,
});

/** What stood on published menus up to now. Nothing is known of how many portions went over the counter. */
const Meals = Type.Object({
  meals: Type.Array(Type.Object({ meal: MealName, menus: Count })),
  /** The most often served first. `soldOut`: on how many of its menus it was sold out in the end. */
  dishes: Type.Array(Type.Object({ name: ShortText, nameEn: OrNull(Line), menus: Count, soldOut: Count })),
});

/** What became of those who asked for somebody. The four together are `asked`. */
const asked = {
  asked: Count,
  answered: Count,
  withdrawn: Count,
  open: Count,
  medianS: Seconds,
  slowestS: Seconds,
  /** Of the answered, those of which no clock tells how long it took. */
  untimed: Count,
};
/** Calls for help at the kiosks, timed to the first answer. */
const Help = Type.Object({ ...asked, emergencies: Count });
/** Wishes that the advisor call back, timed until it was done. */
const Requests = Type.Object(asked);

/**
 * What a screen says it has shown. `seconds` and `hours` it was seen to show anything: the screen counts them itself, so that
 * a hub that was off takes nothing away.
 */
const ScreenFigures = Type.Object({
  screenId: IdField('DeviceId'),
  hours: Count,
  seconds: Count,
  items: Type.Array(Type.Object({ item: Line, plays: Count, seconds: Count })),
});

/** The figures of a week or month. */
export const FiguresOfPeriod = Type.Object({
  first: DateField,
  last: DateField,
  came: Came,
  enrolled: Type.Array(Enrolled),
  meals: Meals,
  help: Help,
  requests: Requests,
  screens: Type.Array(ScreenFigures),
});

/** What the hub answers: a period, and the one before it. */
export const Figures = Type.Object({
  by: PeriodField,
  /** The hub's time of answering; 0 where it was not sure of it. */
  asOfMs: UnixMs,
  now: FiguresOfPeriod,
  before: FiguresOfPeriod,
  /** Check-ins that no session has been found for yet: they count nowhere. */
  loose: Count,
});
