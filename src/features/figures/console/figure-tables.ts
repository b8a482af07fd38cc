import { t, weekdayShort } from '../../../i18n/index.ts';
import type { Answers, Came, Figures } from '../model/figures.ts';
import {
  courseName,
  dishName,
  durationWords,
  itemName,
  periodShort,
  screenName,
  type Names,
} from './figure-words.ts';

/** A table of figures, as it stands on the page and in the file: there is one of it, so that the two agree. */
export interface FigureTable {
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly type: 'text' | 'number' | 'date';
    /** In the file, in characters. */
    readonly width?: number;
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const text = (heading: string, width = 16) => ({ heading, type: 'text', width }) as const;
const number = (heading: string) => ({ heading, type: 'number' }) as const;

/** Every table, by where it stands on the page. */
export interface Tables {
  readonly totals: FigureTable;
  readonly days: FigureTable;
  readonly hours: FigureTable;
  readonly courses: FigureTable;
  readonly sessions: FigureTable;
  readonly meals: FigureTable;
  readonly dishes: FigureTable;
  readonly enrolled: FigureTable;
  readonly answers: FigureTable;
  readonly screens: FigureTable;
  readonly shown: FigureTable;
}

export function tablesOf(figures: Figures, names: Names): Tables {
  return {
    totals: totals(figures),
    days: days(figures),
    hours: hours(figures),
    courses: courses(figures, names),
    sessions: {
      name: t('staff.figures.came.bySession'),
      columns: [
        { heading: t('staff.figures.day'), type: 'date' },
        text(t('staff.figures.course'), 20),
        number(t('staff.figures.checkIns')),
      ],
      rows: figures.now.came.sessions.map(({ date, courseId, checkIns }) => [
        date,
        courseName(names, courseId),
        checkIns,
      ]),
    },
    meals: meals(figures),
    dishes: {
      name: t('staff.figures.meals.dishes'),
      columns: [
        text(t('staff.figures.meals.dish'), 20),
        number(t('staff.figures.meals.served')),
        number(t('staff.figures.meals.soldOut')),
      ],
      rows: figures.now.meals.dishes.map((dish) => [dishName(dish), dish.menus, dish.soldOut]),
    },
    enrolled: {
      name: t('staff.figures.enrolled.heading'),
      columns: [
        text(t('staff.figures.course'), 20),
        number(t('staff.figures.sessions')),
        number(t('staff.figures.enrolled.taken')),
        number(t('staff.figures.enrolled.came')),
        number(t('staff.figures.enrolled.waiting')),
        number(t('staff.figures.enrolled.left')),
      ],
      rows: figures.now.enrolled.map(({ courseId, sessions, taken, came, waiting, left }) => [
        courseName(names, courseId),
        sessions,
        taken,
        came,
        waiting,
        left,
      ]),
    },
    answers: answersTable(figures),
    ...screens(figures, names),
  };
}

const thisOne = ({ by, now }: Figures): string => periodShort({ by, ...now });
const earlier = ({ by, before }: Figures): string => periodShort({ by, ...before });

function totals(figures: Figures): FigureTable {
  const { now, before, loose } = figures;
  const both = (of: (came: Came) => number): [number, number] => [of(now.came), of(before.came)];
  return {
    name: t('staff.figures.totals'),
    columns: [text(t('staff.figures.what'), 24), number(thisOne(figures)), number(earlier(figures))],
    rows: [
      [t('staff.figures.checkIns'), ...both(({ checkIns }) => checkIns)],
      [t('staff.figures.members'), ...both(({ members }) => members)],
      [t('staff.figures.visitors'), ...both(({ visitors }) => visitors)],
      [t('staff.figures.looseRow'), loose, null],
    ],
  };
}

function days({ now }: Figures): FigureTable {
  return {
    name: t('staff.figures.came.byDay'),
    columns: [
      { heading: t('staff.figures.day'), type: 'date' },
      text(t('staff.figures.weekday'), 8),
      number(t('staff.figures.checkIns')),
      number(t('staff.figures.people')),
    ],
    rows: now.came.days.map(({ date, checkIns, people }) => [date, weekdayShort(date), checkIns, people]),
  };
}

/** From the first hour anybody has signed in at to the last; nobody comes by night. */
export function hoursOf({ now, before }: Figures): readonly number[] {
  const busy = now.came.hours.flatMap((count, hour) =>
    count + (before.came.hours[hour] ?? 0) > 0 ? [hour] : [],
  );
  const [first = 0] = busy;
  const last = busy[busy.length - 1] ?? -1;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function hours(figures: Figures): FigureTable {
  const { now, before } = figures;
  const unknown = now.came.hourUnknown + before.came.hourUnknown;
  return {
    name: t('staff.figures.came.byHour'),
    columns: [text(t('staff.figures.hour')), number(thisOne(figures)), number(earlier(figures))],
    rows: [
      ...hoursOf(figures).map((hour) => [
        t('staff.figures.hourSpan', { from: hour, to: hour + 1 }),
        now.came.hours[hour] ?? 0,
        before.came.hours[hour] ?? 0,
      ]),
      ...(unknown === 0
        ? []
        : [[t('staff.figures.hourUnknown'), now.came.hourUnknown, before.came.hourUnknown]]),
    ],
  };
}

interface CourseTally {
  sessions: number;
  checkIns: number;
}

function courses(figures: Figures, names: Names): FigureTable {
  const by = ({ sessions }: Came): ReadonlyMap<string, CourseTally> => {
    const all = new Map<string, CourseTally>();
    for (const { courseId, checkIns } of sessions) {
      const known = all.get(courseId) ?? { sessions: 0, checkIns: 0 };
      all.set(courseId, { sessions: known.sessions + 1, checkIns: known.checkIns + checkIns });
    }
    return all;
  };
  const [now, before] = [by(figures.now.came), by(figures.before.came)];
  const rows = [...new Set([...now.keys(), ...before.keys()])].map((courseId) => ({
    name: courseName(names, courseId),
    sessions: now.get(courseId)?.sessions ?? 0,
    checkIns: now.get(courseId)?.checkIns ?? 0,
    before: before.get(courseId)?.checkIns ?? 0,
  }));
  rows.sort((a, b) => b.checkIns - a.checkIns || b.before - a.before);
  return {
    name: t('staff.figures.came.byCourse'),
    columns: [
      text(t('staff.figures.course'), 20),
      number(t('staff.figures.sessions')),
      number(t('staff.figures.checkIns')),
      number(earlier(figures)),
    ],
    rows: rows.map(({ name, sessions, checkIns, before: earlierOnes }) => [
      name,
      sessions,
      checkIns,
      earlierOnes,
    ]),
  };
}

function meals(figures: Figures): FigureTable {
  const of = (one: Figures['now'], meal: string): number =>
    one.meals.meals.find((other) => other.meal === meal)?.menus ?? 0;
  const rows = (['breakfast', 'lunch', 'dinner'] as const)
    .map((meal) => [t(`common.meal.${meal}`), of(figures.now, meal), of(figures.before, meal)] as const)
    .filter(([, now, before]) => now + before > 0);
  return {
    name: t('staff.figures.meals.heading'),
    columns: [text(t('staff.figures.meals.meal')), number(thisOne(figures)), number(earlier(figures))],
    rows,
  };
}

function answersTable({ now: { help, requests } }: Figures): FigureTable {
  const both = (of: (one: Answers) => number | string): (number | string)[] => [of(help), of(requests)];
  return {
    name: t('staff.figures.answers.heading'),
    columns: [
      text(t('staff.figures.what'), 20),
      number(t('staff.figures.answers.help')),
      number(t('staff.figures.answers.requests')),
    ],
    rows: [
      [t('staff.figures.answers.asked'), ...both(({ asked }) => asked)],
      [t('staff.figures.answers.answered'), ...both(({ answered }) => answered)],
      [t('staff.figures.answers.withdrawn'), ...both(({ withdrawn }) => withdrawn)],
      [t('staff.figures.answers.open'), ...both(({ open }) => open)],
      [t('staff.figures.answers.median'), ...both(({ medianS }) => durationWords(medianS))],
      [t('staff.figures.answers.slowest'), ...both(({ slowestS }) => durationWords(slowestS))],
    ],
  };
}

const hoursWorth = (seconds: number): number => Math.round(seconds / 360) / 10;

function screens({ now }: Figures, names: Names): Pick<Tables, 'screens' | 'shown'> {
  return {
    screens: {
      name: t('staff.figures.screens.heading'),
      columns: [
        text(t('staff.figures.screens.screen'), 20),
        number(t('staff.figures.screens.onHours')),
        number(t('staff.figures.screens.shownHours')),
      ],
      rows: now.screens.map(({ screenId, hours: on, seconds }) => [
        screenName(names, screenId),
        on,
        hoursWorth(seconds),
      ]),
    },
    shown: {
      name: t('staff.figures.screens.shown'),
      columns: [
        text(t('staff.figures.screens.screen'), 20),
        text(t('staff.figures.screens.item'), 24),
        number(t('staff.figures.screens.plays')),
        number(t('staff.figures.screens.shownHours')),
      ],
      rows: now.screens.flatMap(({ screenId, items }) =>
        items.map(({ item, plays, seconds }) => [
          screenName(names, screenId),
          itemName(names, item),
          plays,
          hoursWorth(seconds),
        ]),
      ),
    },
  };
}
