import type { Figures, FiguresOfPeriod } from '../../src/features/figures/model/figures.ts';
import { daysOf, periodBefore, periodOf, type PeriodName } from '../../src/features/figures/model/period.ts';
import { id } from '../../src/kernel/ids.ts';
import { at } from './kiosk-centre.ts';

type Period = ReturnType<typeof periodOf>;

const none = { asked: 0, answered: 0, withdrawn: 0, open: 0, medianS: null, slowestS: null, untimed: 0 };
/** A period in which nothing was. */
export const nothingIn = (period: Period): FiguresOfPeriod => ({
  first: period.first,
  last: period.last,
  came: {
    checkIns: 0,
    members: 0,
    visitors: 0,
    days: daysOf(period).map((date) => ({ date, checkIns: 0, people: 0 })),
    hours: Array.from({ length: 24 }, () => 0),
    hourUnknown: 0,
    sessions: [],
  },
  enrolled: [],
  meals: { meals: [], dishes: [] },
  help: { ...none, emergencies: 0 },
  requests: none,
  screens: [],
});

/** A busy period: 66 came to two courses, one of them no longer held. */
export const busyIn = (period: Period): FiguresOfPeriod => {
  const [first = '', second = ''] = daysOf(period);
  const empty = nothingIn(period);
  return {
    ...empty,
    came: {
      ...empty.came,
      checkIns: 66,
      members: 38,
      visitors: 3,
      days: empty.came.days.map(({ date }) => {
        const checkIns = date === first ? 31 : date === second ? 35 : 0;
        return { date, checkIns, people: checkIns };
      }),
      hours: empty.came.hours.map((_, hour) => (hour === 9 ? 60 : 0)),
      hourUnknown: 6,
      sessions: [
        { date: first, courseId: id('baduanjin'), checkIns: 31 },
        { date: second, courseId: id('baduanjin'), checkIns: 28 },
        { date: second, courseId: id('long-gone'), checkIns: 7 },
      ],
    },
    enrolled: [{ courseId: id('baduanjin'), sessions: 4, taken: 40, waiting: 5, left: 2, came: 31 }],
    meals: {
      meals: [{ meal: 'lunch', menus: 21 }],
      dishes: Array.from({ length: 12 }, (_, n) => ({
        name: n === 0 ? '五花肉烩苋菜配手工拉面和时令青菜豆腐汤' : `菜${n}`,
        nameEn: null,
        menus: 12 - n,
        soldOut: n,
      })),
    },
    help: {
      ...none,
      asked: 9,
      answered: 7,
      withdrawn: 1,
      open: 1,
      medianS: 40,
      slowestS: 660,
      untimed: 1,
      emergencies: 1,
    },
    screens: [
      {
        screenId: id('dining-hall'),
        hours: 200,
        seconds: 700_000,
        items: [{ item: 'menu', plays: 20, seconds: 700_000 }],
      },
    ],
  };
};

/** What a hub answers of the period that a day lies in; nothing was in the one before. */
export function busyFigures(by: PeriodName, day: string, of = busyIn): Figures {
  const period = periodOf(by, day);
  return { by, asOfMs: at(11, 2), now: of(period), before: nothingIn(periodBefore(period)), loose: 0 };
}
