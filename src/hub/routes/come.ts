import Type from 'typebox';
import { PassField } from '../../features/check-in/model/check-in.schema.ts';
import { Course } from '../../features/classes/model/course.schema.ts';
import type { Session } from '../../features/classes/model/sessions.ts';
import { RosterEntry } from '../../features/members/model/member.schema.ts';
import { ClockField, OneOf, Shape, ShortText } from '../../kernel/fields.schema.ts';
import type { Mid } from '../../kernel/ids.ts';
import { clockTime } from '../../kernel/time.ts';
import { Allowance, TooMuch } from '../allowance.ts';
import { addressKey } from '../http/address-key.ts';
import { LOAD } from '../load-limits.ts';
import { sendProblem, type Problem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['check-in'];
const { name, nameEn, roomEn } = Course.properties;
const Params = Type.Object({ pass: PassField });
const Tail = Type.String({ pattern: '^\\d{4}$' });
const ComeSession = Type.Object({
  centre: ShortText,
  name,
  nameEn,
  start: ClockField,
  room: ShortText,
  roomEn,
});
const { maskedName, order } = RosterEntry.properties;
const Names = Type.Object({ names: Type.Array(Type.Object({ pick: PassField, maskedName, order })) });
const Who = {
  /** Made on the telephone, so that what it asks for twice is done once. */
  mid: Type.Unsafe<Mid>(
    Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
  ),
  tail: Tail,
  pick: PassField,
};
const Came = Type.Object({
  status: OneOf(['done', 'already', 'withdrawn']),
  /** How many have come to the session by now. */
  count: Type.Integer({ minimum: 0 }),
});

/**
 * Signing in by telephone: for whoever has the code of a session before their eyes, on the centre's network. Nothing is kept
 * on the telephone, and ✓ is what is here.
 */
export function comeRoutes(app: HubApp, { byPhone, deps }: HubServices): void {
  const monotonic = (): number => performance.now();
  const ofAddress = new Allowance(LOAD.byPhone.ofAddress, monotonic);
  const ofSession = new Allowance(LOAD.byPhone.ofSession, monotonic);
  const misses = new Allowance(LOAD.byPhone.missesOfAddress, monotonic);

  app.get(
    '/api/come/:pass',
    {
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'What the code on a screen is for',
        params: Params,
        response: answers(ComeSession, 'The session'),
      },
    },
    async (request, reply) => {
      const session = await opened(request);
      if (session === null) return sendProblem(reply, OVER);
      const { course, startMinute, room } = session;
      const centre = await deps.sync.read(deps.centreId, (tx) => tx.get('centre', 'centre', deps.centreId));
      reply.header('cache-control', 'no-store');
      return {
        centre: centre?.name ?? '',
        name: course.name,
        nameEn: course.nameEn,
        start: clockTime(startMinute % 1440),
        room,
        roomEn: room === course.room ? (course.roomEn ?? null) : null,
      };
    },
  );

  app.post(
    '/api/come/:pass/names',
    {
      schema: {
        tags,
        summary: 'The masked names of those whose telephone number ends so',
        params: Params,
        body: Shape({ tail: Tail }),
        response: answers(Names, 'Mostly one; empty where there is nobody'),
      },
    },
    async (request, reply) => {
      const who = addressKey(request.ip);
      take(misses, who, 0);
      const session = await opened(request);
      if (session === null) return sendProblem(reply, OVER);
      const names = await byPhone.named(session, request.body.tail);
      if (names.length === 0) take(misses, who, 1);
      reply.header('cache-control', 'no-store');
      return { names };
    },
  );

  app.post(
    '/api/come/:pass/claim',
    {
      schema: {
        tags,
        summary: 'One of them signs in, and is told what became of it',
        params: Params,
        body: Shape(Who),
        response: answers(Came, 'Whether they count'),
      },
    },
    async (request, reply) => {
      const session = await opened(request);
      if (session === null) return sendProblem(reply, OVER);
      const came = await byPhone.claim(session, request.body, request.body.mid);
      if (came === undefined) return sendProblem(reply, NOBODY);
      reply.header('cache-control', 'no-store');
      return came;
    },
  );

  app.post(
    '/api/come/:pass/undo',
    {
      schema: {
        tags,
        summary: 'Takes a claim back that was made by telephone, by the mid it was made with',
        params: Params,
        body: Shape(Who),
        response: answers(Came, 'It is taken back'),
      },
    },
    async (request, reply) => {
      const session = await opened(request);
      if (session === null) return sendProblem(reply, OVER);
      const undone = await byPhone.undo(session, request.body, request.body.mid);
      if (undone === undefined) return sendProblem(reply, NOBODY);
      reply.header('cache-control', 'no-store');
      return { status: 'withdrawn', count: undone.count };
    },
  );

  /** The session of a pass, where neither its address nor all together have asked for too much. */
  async function opened(request: {
    readonly ip: string;
    readonly params: { readonly pass: string };
  }): Promise<Session | null> {
    take(ofAddress, addressKey(request.ip), 1);
    const session = await byPhone.session(request.params.pass);
    if (session !== null) take(ofSession, session.id, 1);
    return session;
  }
}

function take(allowance: Allowance, who: string, n: number): void {
  if (allowance.left(who) < 1) throw new TooMuch(allowance.waitS(who));
  allowance.take(who, n);
}

const OVER: Problem = {
  status: 410,
  code: 'pass-over',
  detail: 'This code has run out, or nobody signs in for its session now; scan the one on the screen again.',
};

const NOBODY: Problem = {
  status: 404,
  code: 'nobody',
  detail: 'Nobody of that number and name; begin again with the end of the number.',
};
