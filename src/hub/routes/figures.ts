import Type from 'typebox';
import { waitingForSession, type Attendance } from '../../features/check-in/model/attendance.ts';
import { countHelp, countRequests } from '../../features/figures/model/count-answers.ts';
import { CameCount } from '../../features/figures/model/count-came.ts';
import { countEnrolled } from '../../features/figures/model/count-enrolled.ts';
import { countMeals } from '../../features/figures/model/count-meals.ts';
import { countScreens } from '../../features/figures/model/count-screens.ts';
import type { FiguresOfPeriod } from '../../features/figures/model/figures.ts';
import { Figures, PeriodField } from '../../features/figures/model/figures.schema.ts';
import { isAskedDay, periodBefore, periodOf, type Period } from '../../features/figures/model/period.ts';
import { DateField } from '../../kernel/fields.schema.ts';
import type { CentreId } from '../../kernel/ids.ts';
import { addDays, civilMoment, utcOffsetOf, type CivilDate } from '../../kernel/time.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import type { HubSync } from '../sync/api.ts';
import { answers, type HubApp } from './route.ts';

const Asked = Type.Object({ by: PeriodField, day: DateField });

/** What is asked later than any day is asked of all that came since. */
const NO_END = '9999-12-31';

/**
 * What the centre counts of itself. It names nobody; whoever counts people may know them, and so it is told to those who
 * hold the people's bucket. It is counted anew each time it is asked for, from the rows themselves: a correction that comes
 * late is in it.
 */
export function figuresRoutes(app: HubApp, { authentication, deps: { sync } }: HubServices): void {
  app.get(
    '/api/figures/:by/:day',
    {
      onRequest: authentication.staff('manager', 'leader', 'advisor'),
      schema: {
        tags: ['figures'],
        summary: 'What a week or month comes to, and the one before it',
        querystring: DeviceQuery,
        params: Asked,
        response: answers(Figures, 'The figures of the period that the day lies in'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const { by, day } = request.params;
      if (!isAskedDay(day))
        return sendProblem(reply, { status: 400, code: 'no-such-day', detail: `${day} is no day.` });
      const period = periodOf(by, day);
      const asOfMs = sync.time.sure ? sync.time.now() : 0;
      const now = await figuresOf(sync, centreId, period, asOfMs);
      const before = await figuresOf(sync, centreId, periodBefore(period), asOfMs);
      const loose = await sync.read(centreId, (tx) => tx.list('staff', 'looseClaim'));
      reply.header('cache-control', 'no-store');
      return { by, asOfMs, now, before, loose: waitingForSession(loose).length };
    },
  );
}

async function figuresOf(
  sync: HubSync,
  centreId: CentreId,
  period: Period,
  asOfMs: number,
): Promise<FiguresOfPeriod> {
  const { first, last } = period;
  const [centre] = await sync.read(centreId, (tx) => tx.list('centre', 'centre'));
  const offset = utcOffsetOf(centre);
  const dayAt = (unixMs: number): CivilDate => civilMoment(unixMs, offset).date;
  // Menus and lists of days to come are there already; nobody has eaten or come to them yet.
  const today = asOfMs === 0 ? last : dayAt(asOfMs);
  const past = { first, last: today < last ? today : last };
  const came = new CameCount(period, offset);
  await eachAttendance(sync, centreId, period, (one) => came.add(one));
  const names = await sync.history(centreId, 'people', 'enrolment', past);
  await othersTurn();
  const menus = await sync.history(centreId, 'centre', 'menu', past);
  const plays = await sync.history(centreId, 'staff', 'playCount', { first, last });
  await othersTurn();
  // They lie by the day on which they were over, which may be long after they were made.
  const calls = await sync.history(centreId, 'staff', 'helpCall', { first, last: NO_END });
  const over = await sync.history(centreId, 'people', 'request', { first, last: NO_END });
  const open = await sync.read(centreId, (tx) => tx.list('people', 'request'));
  const requests = new Map([...over, ...open].map((one) => [one.id, one]));
  await othersTurn();
  return {
    first,
    last,
    came: came.figures(),
    enrolled: [...countEnrolled(names, came.came)],
    meals: countMeals(menus),
    help: countHelp(calls, period, dayAt),
    requests: countRequests([...requests.values()], period, dayAt),
    screens: [...countScreens(plays)],
  };
}

/** As many rows are read at once: what waits behind them waits for milliseconds. */
const AT_ONCE = { least: 500, most: 2000 } as const;

/** Tells of each attendance of a period once: of a small house in a few readings, of a large one day by day. */
async function eachAttendance(
  sync: HubSync,
  centreId: CentreId,
  { first, last }: Period,
  tell: (one: Attendance) => void,
): Promise<void> {
  let days = 1;
  for (let day = first; day <= last;) {
    const end = addDays(day, days - 1);
    const range = { first: day, last: end < last ? end : last };
    const rows = await sync.history(centreId, 'people', 'attendance', range);
    rows.forEach(tell);
    if (rows.length < AT_ONCE.least) days *= 2;
    else if (rows.length > AT_ONCE.most) days = Math.max(1, Math.floor(days / 2));
    day = addDays(range.last, 1);
    await othersTurn();
  }
}

/** A month of a large house is tens of thousands of rows: between its days a check-in or a call for help has its turn. */
const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
