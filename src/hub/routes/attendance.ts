import Type, { type Static } from 'typebox';
import {
  AttendanceOfMember,
  MonthField,
  MonthOfAttendance,
  ComeOfClaim,
} from '../../features/check-in/model/attendance-history.schema.ts';
import { attendanceOfCourse } from '../../features/certificates/model/finished.ts';
import { CourseAttendance } from '../../features/certificates/model/certificate.schema.ts';
import { restDays } from '../../features/calendar/model/calendar.ts';
import { monthOf } from '../../features/check-in/model/attendance-history.ts';
import {
  attendanceId,
  attendancesOf,
  countOf,
  counts,
  placeOf,
  type Attendance,
} from '../../features/check-in/model/attendance.ts';
import { parseSessionId } from '../../features/classes/model/sessions.ts';
import { DateField, IdField } from '../../kernel/fields.schema.ts';
import { id } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { addDays, civilMoment, daysBetween, isCivilDate, utcOffsetOf } from '../../kernel/time.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { visitorIn } from '../people/authentication.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['attendance'];
const Month = Type.Object({ month: MonthField });
const Member = Type.Object({ memberId: IdField('MemberId') });
const Course = Type.Object({ courseId: IdField('CourseId') });
const Span = Type.Object({ ...DeviceQuery.properties, from: DateField, until: DateField });
/** Longer than any course is gone over at once; a month at a time, as a month's rows are all there. */
const MOST_DAYS = 400;
const BAD_SPAN: Problem = { status: 400, code: 'bad-span', detail: 'No such days, or more than 400.' };
const NO_COURSE: Problem = { status: 404, code: 'unknown-course', detail: 'There is no such course.' };
const OfClaim = Type.Object({
  ...DeviceQuery.properties,
  claim: IdField('Mid'),
  sessionId: IdField('SessionId'),
  memberId: IdField('MemberId'),
});
const NO_CLAIM: Problem = {
  status: 404,
  code: 'unknown-claim',
  detail: 'This kiosk has made no such claim, or it was taken back.',
};
/** The newest lines of a history; nobody reads further back than years. */
const MOST = 1000;

/** What is asked of the book of record however old it is: for those who hold the people's bucket, and nobody else. */
export function attendanceRoutes(app: HubApp, { authentication, deps: { sync } }: HubServices): void {
  // By the grants' own rule: whose role holds `people`.
  const onRequest = authentication.staff('manager', 'leader', 'advisor');

  app.get(
    '/api/attendance/months/:month',
    {
      onRequest,
      schema: {
        tags,
        summary: 'How many came to each session of a month',
        querystring: DeviceQuery,
        params: Month,
        response: answers(MonthOfAttendance, 'The sessions that somebody came to, and how many people came'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const { month } = request.params;
      const first = `${month}-01`;
      const range = { first, last: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) };
      reply.header('cache-control', 'no-store');
      return monthOf(month, await sync.history(centreId, 'people', 'attendance', range), asOf(sync));
    },
  );

  app.get(
    '/api/attendance/members/:memberId',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What a member has come to',
        querystring: DeviceQuery,
        params: Member,
        response: answers(AttendanceOfMember, 'Days and courses, the newest first'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const { memberId } = request.params;
      const range = { first: '0000-01-01', last: '9999-12-31', about: memberId };
      const rows = await sync.history(centreId, 'people', 'attendance', range);
      const came = rows.flatMap((row) => {
        const session = counts(row) ? parseSessionId(row.sessionId) : null;
        return session === null ? [] : [{ date: session.date, courseId: id<'CourseId'>(session.courseId) }];
      });
      reply.header('cache-control', 'no-store');
      return { memberId, asOfMs: asOf(sync), came: came.slice(0, MOST) };
    },
  );

  app.get(
    '/api/attendance/courses/:courseId',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Who came to a course from one day to another, and when it was held',
        querystring: Span,
        params: Course,
        response: answers(CourseAttendance, 'The days it was held, and on how many of them each member came'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const { from, until } = request.query;
      const { courseId } = request.params;
      const isSpan = isCivilDate(from) && isCivilDate(until) && from <= until;
      if (!isSpan || daysBetween(from, until) > MOST_DAYS) return sendProblem(reply, BAD_SPAN);
      const known = await sync.read(centreId, async (tx) => ({
        course: await tx.get('centre', 'course', courseId),
        isRest: restDays(await tx.list('city', 'calendarDay')),
      }));
      if (known.course === undefined) return sendProblem(reply, NO_COURSE);
      const came: Attendance[] = [];
      for (let first = from; first <= until; first = addDays(first, 31)) {
        const last = addDays(first, 30) < until ? addDays(first, 30) : until;
        const rows = await sync.history(centreId, 'people', 'attendance', { first, last });
        came.push(...rows.filter((row) => parseSessionId(row.sessionId)?.courseId === courseId));
      }
      const changes = await sync.history(centreId, 'centre', 'sessionChange', { first: from, last: until });
      const timetable = { changes, isRest: known.isRest };
      reply.header('cache-control', 'no-store');
      return {
        courseId,
        from,
        until,
        asOfMs: asOf(sync),
        ...attendanceOfCourse(known.course, { from, until }, came, timetable),
      };
    },
  );

  app.get(
    '/api/attendance/claim',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'What has come of a claim, for who has just made it at this kiosk',
        querystring: OfClaim,
        response: answers(
          ComeOfClaim,
          'The place at the session, how many came, and how many times this month',
        ),
      },
    },
    async (request, reply) => {
      const { actor } = visitorIn(request).identity;
      const come =
        actor.type === 'device' && actor.deviceKind === 'kiosk'
          ? await sync.read(actor.centreId, (tx) =>
              comeOf(tx, request.query, { deviceId: actor.deviceId, nowMs: asOf(sync) }),
            )
          : null;
      // Whoever has a kiosk in hand learns nothing of those who have not just stood there.
      if (come === null) return sendProblem(reply, NO_CLAIM);
      reply.header('cache-control', 'no-store');
      return come;
    },
  );
}

/**
 * How many times a member has come in a session's month, up to that session, and the how-manieth they were at it; null
 * where the claim is not there, is taken back, is another device's or of days ago. All of a month is in the bucket still: the sessions
 * that somebody came to name its rows.
 */
async function comeOf(
  tx: Pick<RowTx, 'get' | 'list'>,
  { claim, sessionId, memberId }: Static<typeof OfClaim>,
  { deviceId, nowMs }: { readonly deviceId: string; readonly nowMs: number },
): Promise<Static<typeof ComeOfClaim> | null> {
  const date = parseSessionId(sessionId)?.date;
  const [centre] = await tx.list('centre', 'centre');
  // What began before midnight is still yesterday's. An hour that the hub is not sure of says nothing of a day.
  const since = addDays(civilMoment(nowMs, utcOffsetOf(centre)).date, -1);
  if (nowMs !== 0 && date !== undefined && date < since) return null;
  const own = await tx.get('people', 'attendance', attendanceId(sessionId, memberId));
  const made = own?.claims.find(({ mid }) => mid === claim);
  if (date === undefined || made === undefined || made.withdrawn || made.deviceId !== deviceId) return null;
  const sessions = (await tx.list('centre', 'attendanceCount')).filter(
    (one) => one.count > 0 && one.date.slice(0, 7) === date.slice(0, 7) && one.date <= date,
  );
  let times = 0;
  for (const { id: session } of sessions)
    times += Number(counts(await tx.get('people', 'attendance', attendanceId(session, memberId))));
  const came = await tx.list('people', 'attendance', attendancesOf(sessionId));
  const place = placeOf(came, attendanceId(sessionId, memberId));
  return place === null ? null : { times, place, count: countOf(came, sessionId) };
}

/** 0 where the hub may be wrong of it. */
const asOf = ({ time }: HubServices['deps']['sync']): number => (time.sure ? time.now() : 0);
