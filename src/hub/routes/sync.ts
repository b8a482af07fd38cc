import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { scopeOf, type Scope } from '../../kernel/buckets.ts';
import { OTHER_ACTOR, visitorIn } from '../people/authentication.ts';
import { heldSecrets } from '../http/cookies.ts';
import { thorough } from '../http/validation.ts';
import type { HubServices } from '../services.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { reportSchemas } from '../../features/schemas.ts';
import { PAGE_LIMIT, type Cursor } from '../../protocol/wire/wire.ts';
import type { Asker } from '../../protocol/hub/asker.ts';
import { answers, type HubApp } from './route.ts';
import {
  Cursor as CursorSchema,
  PullPage,
  PullQuery,
  Snapshot,
  SnapshotQuery,
} from '../../protocol/wire/pull.schema.ts';
import { PushAnswer, PushBody } from '../../protocol/wire/push.schema.ts';
import { ReportAnswer, ReportBody } from '../../protocol/wire/report.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';

/** A hundred mutations with whole menus in them. */
const PUSH_BYTES = 4 * 1024 * 1024;
const REPORT_BYTES = 256 * 1024;
const tags = ['sync'];
const NOT_GRANTED: Problem = {
  status: 403,
  code: 'not-granted',
  detail: 'This bucket is not granted to who asks.',
};
const NO_SNAPSHOT: Problem = {
  status: 404,
  code: 'no-snapshot',
  detail: 'This snapshot is not kept here (any more); pull again.',
};
/** A name never gets other rows. For a day only: a newer name is what is asked for after that. */
const IMMUTABLE = 'private, max-age=86400, immutable';
/** Not the roster: a browser's cache would outlive the day that takes it away. */
const KEPT_BY_BROWSERS: ReadonlySet<Scope> = new Set(['city', 'centre']);
const unzipped = promisify(gunzip);

/** Push, pull, snapshots and the live stream. */
export function syncRoutes(
  app: HubApp,
  { deps: { sync }, authentication, live, metrics }: HubServices,
): void {
  const takeReports = async (who: Asker, reports: readonly unknown[]): Promise<number> => {
    const taken = await sync.report(who, reports);
    metrics.reports.inc({ end: 'taken' }, taken);
    metrics.reports.inc({ end: 'dropped' }, reports.length - taken);
    return taken;
  };

  app.post(
    '/sync/push',
    {
      onRequest: authentication.paired,
      bodyLimit: PUSH_BYTES,
      schema: {
        tags,
        summary: 'Sends mutations',
        querystring: DeviceQuery,
        body: PushBody,
        response: answers(PushAnswer, 'How far the hub is with this client, and how each mutation ended'),
      },
    },
    async (request, reply) => {
      const { identity, device } = visitorIn(request);
      const { reports = [], deviceWall, ...sent } = request.body;
      if (deviceWall !== undefined && !sync.time.mayDestroy && !isThisMachine(request.ip))
        sync.time.hear({ deviceId: device.deviceId, address: request.ip }, deviceWall);
      const answer = await metrics.time('push', () => sync.push(identity, sent));
      if ('otherActor' in answer) return sendProblem(reply, OTHER_ACTOR);
      metrics.pushes.inc({ answer: answer.type });
      if (answer.type === 'done') {
        for (const { status } of answer.results) metrics.mutations.inc({ result: status });
      }
      // What devices of protocol 1 say of themselves comes with their push, and cannot make it fail.
      if (reports.length > 0)
        await takeReports(identity, reports).catch((error: unknown) =>
          request.log.warn({ err: error }, 'reports'),
        );
      return answer;
    },
  );

  app.post(
    '/sync/report',
    {
      onRequest: authentication.paired,
      bodyLimit: REPORT_BYTES,
      schema: {
        tags,
        summary: 'Says how a device is and what it shows; kinds: ' + Object.keys(reportSchemas).join(', '),
        querystring: DeviceQuery,
        body: ReportBody,
        response: answers(ReportAnswer, 'How many were taken; what nobody can read is dropped'),
      },
    },
    async (request) => ({ taken: await takeReports(visitorIn(request).identity, request.body.reports) }),
  );

  app.get(
    '/sync/pull',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'The changes in a bucket since a cursor',
        querystring: PullQuery,
        response: answers(PullPage, 'A page of rows and the cursor after it'),
      },
    },
    async (request, reply) => {
      const { identity } = visitorIn(request);
      const { clientId, bucket, cursor: text, limit = PAGE_LIMIT, snapshots = false } = request.query;
      if (!identity.grants.includes(bucket)) return sendProblem(reply, NOT_GRANTED);
      const cursor = text === undefined ? null : readCursor(text);
      if (cursor === undefined) {
        return sendProblem(reply, {
          status: 400,
          code: 'invalid',
          detail: 'The cursor cannot be read.',
          errors: [{ path: 'querystring/cursor', remedy: 'send the cursor of the last page, or none' }],
        });
      }
      const page = await metrics.time('pull', () =>
        sync.pull(identity, { clientId, bucket, cursor, limit, snapshots }),
      );
      if ('otherActor' in page) return sendProblem(reply, OTHER_ACTOR);
      metrics.pulls.inc({ reset: String(page.reset) });
      metrics.pullRows.inc(page.rows.length);
      reply.header('cache-control', 'no-store');
      return page;
    },
  );

  app.get(
    '/sync/snapshot',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'The rows of a bucket at one version, by the name a pull gave',
        querystring: SnapshotQuery,
        response: answers(Snapshot, 'The rows, compressed; those in the page of the pull come after them'),
      },
    },
    async (request, reply) => {
      const { bucket, name } = request.query;
      if (!visitorIn(request).identity.grants.includes(bucket)) return sendProblem(reply, NOT_GRANTED);
      const body = sync.snapshot(bucket, name);
      if (body === undefined) return sendProblem(reply, NO_SNAPSHOT);
      const { gzip } = await body;
      metrics.snapshots.inc();
      reply.headers({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': KEPT_BY_BROWSERS.has(scopeOf(bucket)) ? IMMUTABLE : 'no-store',
        vary: 'accept-encoding',
      });
      if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(await unzipped(gzip));
      return reply.header('content-encoding', 'gzip').send(gzip);
    },
  );

  app.get(
    '/sync/live',
    {
      onRequest: authentication.paired,
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

/** A page on the hub's own machine has no clock but the hub's. */
const isThisMachine = (ip: string): boolean => {
  const plain = ip.replace(/^::ffff:/, '');
  return Object.values(networkInterfaces()).some((those) => those?.some(({ address }) => address === plain));
};

/** Every browser does; a tool may not. */
const acceptsGzip = (encodings: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(encodings));

const isCursor = thorough<Cursor>(CursorSchema);

/** A cursor from its text; undefined when it is none. */
function readCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isCursor(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
