import Type from 'typebox';
import {
  AttendanceOfMember,
  MonthField,
  MonthOfAttendance,
} from '../../features/check-in/model/attendance-history.schema.ts';
import { monthOf } from '../../features/check-in/model/attendance-history.ts';
import { counts } from '../../features/check-in/model/attendance.ts';
import { parseSessionId } from '../../features/classes/model/sessions.ts';
import { IdField } from '../../kernel/fields.schema.ts';
import { id } from '../../kernel/ids.ts';
import { addDays } from '../../kernel/time.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['attendance'];
const Month = Type.Object({ month: MonthField });
const Member = Type.Object({ memberId: IdField('MemberId') });
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
}

/** 0 where the hub may be wrong of it. */
const asOf = ({ time }: HubServices['deps']['sync']): number => (time.sure ? time.now() : 0);
