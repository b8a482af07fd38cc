import type { Static } from 'typebox';
import { isCount, isId, isNumber, isText, listOf, oneOf, orNull, shape } from '../../../kernel/guards.ts';
import type { Figures, FiguresOfPeriod } from './figures.schema.ts';
import { periodNames } from './period.ts';

export type Figures = Static<typeof Figures>;
export type FiguresOfPeriod = Static<typeof FiguresOfPeriod>;
export type Came = FiguresOfPeriod['came'];
export type Enrolled = FiguresOfPeriod['enrolled'][number];
export type Meals = FiguresOfPeriod['meals'];
export type Answers = FiguresOfPeriod['requests'];
export type ScreenFigures = FiguresOfPeriod['screens'][number];

const answers = {
  asked: isCount,
  answered: isCount,
  withdrawn: isCount,
  open: isCount,
  medianS: orNull(isCount),
  slowestS: orNull(isCount),
  untimed: isCount,
};

const isFiguresOfPeriod = shape<FiguresOfPeriod>({
  first: isText,
  last: isText,
  came: shape<Came>({
    checkIns: isCount,
    members: isCount,
    visitors: isCount,
    days: listOf(shape<Came['days'][number]>({ date: isText, checkIns: isCount, people: isCount })),
    hours: listOf(isCount),
    hourUnknown: isCount,
    sessions: listOf(shape<Came['sessions'][number]>({ date: isText, courseId: isId, checkIns: isCount })),
  }),
  enrolled: listOf(
    shape<Enrolled>({
      courseId: isId,
      sessions: isCount,
      taken: isCount,
      waiting: isCount,
      left: isCount,
      came: isCount,
    }),
  ),
  meals: shape<Meals>({
    meals: listOf(
      shape<Meals['meals'][number]>({ meal: oneOf('breakfast', 'lunch', 'dinner'), menus: isCount }),
    ),
    dishes: listOf(
      shape<Meals['dishes'][number]>({
        name: isText,
        nameEn: orNull(isText),
        menus: isCount,
        soldOut: isCount,
      }),
    ),
  }),
  help: shape<FiguresOfPeriod['help']>({ ...answers, emergencies: isCount }),
  requests: shape<Answers>(answers),
  screens: listOf(
    shape<ScreenFigures>({
      screenId: isId,
      hours: isCount,
      seconds: isCount,
      items: listOf(
        shape<ScreenFigures['items'][number]>({ item: isText, plays: isCount, seconds: isCount }),
      ),
    }),
  ),
});

export const isFigures = shape<Figures>({
  by: oneOf(...periodNames),
  asOfMs: isNumber,
  now: isFiguresOfPeriod,
  before: isFiguresOfPeriod,
  loose: isCount,
});

/** Nothing was recorded in either of two periods. */
export const isNothing = ({ now, before }: Figures): boolean => [now, before].every(isEmptyPeriod);

const isEmptyPeriod = ({ came, enrolled, meals, help, requests, screens }: FiguresOfPeriod): boolean =>
  came.checkIns + enrolled.length + meals.meals.length + help.asked + requests.asked + screens.length === 0;
