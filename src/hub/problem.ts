import { storageTroubleOf, Unreachable, type StorageTrouble } from './db/trouble.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from './http/node-http.ts';
import { plainPage, wantsPage } from './http/plain-page.ts';
import { isOfSeen } from '../kernel/seen-text.ts';
import { TooMuch } from './allowance.ts';

/** One place in a request that is wrong: a JSON pointer with the part of the request before it, and what to do. */
interface ProblemPlace {
  readonly path: string;
  readonly remedy: string;
}

/** What went wrong with a request, for a program (`code`) and for a person (`detail`); RFC 9457 on the wire. */
export interface Problem {
  readonly status: number;
  /** A stable word: `unknown-device`, `too-large`. */
  readonly code: string;
  /** A sentence that says what to do about it. */
  readonly detail: string;
  readonly errors?: readonly ProblemPlace[];
  readonly retryAfterS?: number;
}

/** The problem as it goes over the wire. */
export function problemBody(problem: Problem): Record<string, unknown> {
  return {
    type: `urn:leling:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}

/** Answers with a problem; it is never cached. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterS !== undefined) reply.header('retry-after', String(problem.retryAfterS));
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem));
}

/** What the framework itself finds wrong, in our words. Anything not named here is a bug of ours: 500, and no details. */
export function problemOf(error: FastifyError): Problem {
  const storage = storageTroubleOf(error);
  // 507, not 503: no proxy's own page says that, so a device knows that it is the hub that speaks.
  if (storage !== null) return { status: 507, code: storage, detail: STORAGE[storage], retryAfterS: 30 };
  if (error instanceof Unreachable) {
    return {
      status: 503,
      code: 'database-away',
      detail: "The hub's database server is out of reach; send it again in a moment.",
      retryAfterS: 2,
    };
  }
  if (error instanceof TooMuch) {
    return {
      status: 429,
      code: 'too-much',
      detail: 'This device has sent more than its share; nothing more of it is taken now. Try again later.',
      retryAfterS: error.retryAfterS,
    };
  }
  if (error.validation !== undefined) {
    return {
      status: 400,
      code: 'invalid',
      detail: 'The request does not have the agreed shape; nothing was changed.',
      errors: error.validation.map((one) => ({
        path: `${error.validationContext ?? 'request'}${one.instancePath}`,
        remedy: remedyOf(one),
      })),
    };
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return {
        status: 413,
        code: 'too-large',
        detail: 'The request is larger than this route takes; send less at once.',
      };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { status: 415, code: 'not-json', detail: 'This route takes application/json.' };
    case 'FST_ERR_BAD_URL':
      return { status: 400, code: 'bad-url', detail: 'The address cannot be read.' };
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return {
        status: 400,
        code: 'malformed-json',
        detail: 'The body is not well-formed JSON; nothing was changed.',
      };
    default:
      return framework(error);
  }
}

const STORAGE: Readonly<Record<StorageTrouble, string>> = {
  'disk-full': "The hub's disk is full; nothing of this was saved. Make room on it, then send it again.",
  'read-only':
    "The hub's disk takes no changes; nothing of this was saved. Make it writable, then send it again.",
  'disk-failing':
    "The hub's disk fails; nothing of this was saved. Copy its data to another while it can be read.",
  'storage-damaged':
    "The hub's database is damaged; nothing of this was saved. Put a backup back: npm run restore.",
};

function framework(error: FastifyError): Problem {
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return { status, code: 'bad-request', detail: 'The request cannot be carried out; nothing was changed.' };
  }
  if (status === 503) {
    return {
      status,
      code: 'stopping',
      detail: 'The hub is stopping; try again in a moment.',
      retryAfterS: 2,
    };
  }
  return { status: 500, code: 'internal', detail: 'The hub made a mistake; it is in its log. Try again.' };
}

interface Violation {
  readonly keyword: string;
  readonly params: Record<string, unknown>;
  readonly message?: string;
}

/** What to do about one violation of a schema, from the validator's words. */
function remedyOf({ keyword, params, message }: Violation): string {
  switch (keyword) {
    case 'required':
      return `add "${String(params['missingProperty'])}"`;
    case 'additionalProperties':
      return `remove "${String(params['additionalProperty'])}"`;
    case 'enum':
      return `use one of: ${Array.isArray(params['allowedValues']) ? params['allowedValues'].join(', ') : ''}`;
    case 'pattern':
      return isOfSeen(params['pattern'])
        ? 'take out the characters that cannot be seen, or type it again'
        : (message ?? 'does not have the agreed form');
    default:
      return message ?? `does not satisfy "${keyword}"`;
  }
}

/** Fastify's error handler: problems for what the caller did, a log line and a plain 500 for what we did. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500)
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  if (problem.status >= 500 && wantsPage(request)) return sorryPage(reply, problem);
  return sendProblem(reply, problem);
}

/** For a person who has opened an address: a link, say. */
const sorryPage = (reply: FastifyReply, { status, code }: Problem): FastifyReply =>
  code in STORAGE
    ? plainPage(reply, status, {
        zh: [
          '主机的磁盘现在存不下东西',
          '已经存下的都还在。',
          '请管主机的人看看磁盘：是不是满了、变成只读了，或者坏了。',
          '修好以后，再打开一次这个地址；说链接用过了，就请主任再发一个。',
        ],
        en: [
          'The hub’s disk takes nothing now',
          'What was saved is there.',
          'Ask whoever looks after the hub to see whether its disk is full, read-only or failing.',
          'Once that is mended, open this address again; if it says that the link is used, ask the manager for another.',
        ],
      })
    : plainPage(reply, status, {
        zh: ['主机现在办不了', '请过一分钟，再打开一次这个地址；说链接用过了，就请主任再发一个。'],
        en: [
          'The hub cannot do this now',
          'Please open this address again in a minute; if it says that the link is used, ask the manager for another.',
        ],
      });
