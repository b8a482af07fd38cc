import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page makes with our cookies. Browsers say where a request comes from by
 * Sec-Fetch-Site or, the older ones and over plain http, by Origin; what says neither is no browser's cross-site post.
 */
export function sameOriginOnly(ownOrigin: string | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (SAFE.has(request.method) || isSameOrigin(request, ownOrigin)) return;
    sendProblem(reply, {
      status: 403,
      code: 'cross-site',
      detail: 'Changes are only taken from pages of this hub.',
    });
  };
}

function isSameOrigin(request: FastifyRequest, ownOrigin: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (origin === ownOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
