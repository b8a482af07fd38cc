import { visitorIn } from '../accounts/doorkeeper.ts';
import { heldSecrets } from '../http/cookies.ts';
import { thorough } from '../http/validation.ts';
import type { HubParts } from '../parts.ts';
import { sendProblem } from '../problem.ts';
import { PAGE_LIMIT, type Cursor } from '../../protocol/wire.ts';
import { answers, type HubApp } from './route.ts';
import {
  CursorShape,
  DeviceQuery,
  PullPageShape,
  PullQuery,
  PushAnswerShape,
  PushBody,
} from './wire.schema.ts';

/** A hundred mutations with whole menus in them. */
const PUSH_BYTES = 4 * 1024 * 1024;
const tags = ['sync'];

/** Push, pull and the live stream. */
export function syncRoutes(app: HubApp, { deps: { sync }, door, live, metrics }: HubParts): void {
  app.post(
    '/sync/push',
    {
      onRequest: door.paired,
      bodyLimit: PUSH_BYTES,
      schema: {
        tags,
        summary: 'Sends mutations and reports',
        querystring: DeviceQuery,
        body: PushBody,
        response: answers(
          PushAnswerShape,
          'How far the hub is with this client, and how each mutation ended',
        ),
      },
    },
    async (request) => {
      const answer = await metrics.time('push', () => sync.push(visitorIn(request).identity, request.body));
      metrics.pushes.inc({ answer: answer.type });
      if (answer.type === 'done') {
        for (const { status } of answer.results) metrics.mutations.inc({ result: status });
        for (const { type } of request.body.reports) metrics.reports.inc({ type });
      }
      return answer;
    },
  );

  app.get(
    '/sync/pull',
    {
      onRequest: door.paired,
      schema: {
        tags,
        summary: 'The changes in a bucket since a cursor',
        querystring: PullQuery,
        response: answers(PullPageShape, 'A page of rows and the cursor after it'),
      },
    },
    async (request, reply) => {
      const { identity } = visitorIn(request);
      const { clientId, bucket, cursor: text, limit = PAGE_LIMIT } = request.query;
      if (!identity.grants.includes(bucket)) {
        return sendProblem(reply, {
          status: 403,
          code: 'not-granted',
          detail: 'This bucket is not granted to who asks.',
        });
      }
      const cursor = text === undefined ? null : readCursor(text);
      if (cursor === undefined) {
        return sendProblem(reply, {
          status: 400,
          code: 'invalid',
          detail: 'The cursor cannot be read.',
          errors: [{ path: 'querystring/cursor', remedy: 'send the cursor of the last page, or none' }],
        });
      }
      const page = await metrics.time('pull', () => sync.pull(identity, { clientId, bucket, cursor, limit }));
      metrics.pulls.inc({ reset: String(page.reset) });
      metrics.pullRows.inc(page.rows.length);
      reply.header('cache-control', 'no-store');
      return page;
    },
  );

  app.get(
    '/sync/live',
    {
      onRequest: door.paired,
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'Server-sent events: poke, grants, beat',
        querystring: DeviceQuery,
        response: {
          200: {
            description: 'Events: `poke` when a bucket moved, `grants` when they change, `beat` every 15 s',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
        },
      },
    },
    (request, reply) => {
      const visitor = visitorIn(request);
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Or a proxy on the way saves pokes up.
        'x-accel-buffering': 'no',
      });
      live.add(reply.raw, visitor, heldSecrets(request, visitor.device.deviceId));
    },
  );
}

const isCursor = thorough<Cursor>(CursorShape);

/** A cursor from its text; undefined when it is none. */
function readCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isCursor(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
