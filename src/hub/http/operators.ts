import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authentication } from '../people/authentication.ts';

interface Options {
  readonly authentication: Authentication;
  /** True where a proxy on this machine says for whom it speaks. */
  readonly behindProxy: boolean;
  /** What a program elsewhere proves itself with; null where none may. */
  readonly token: string | null;
}

/**
 * Hook: for whoever looks after the hub. That is a program on the hub's own machine, one elsewhere with the token, or the
 * manager. What the hub counts tells a stranger when a house is empty and which attempts come through.
 */
export function forOperators({ authentication, behindProxy, token }: Options) {
  const manager = authentication.staff('manager');
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (isThisMachine(request, behindProxy) || (token !== null && bears(request, token))) return;
    await manager(request, reply);
  };
}

/** Asked on the machine itself. One that forwards without being known to is asked by somebody else. */
function isThisMachine({ ip, headers }: FastifyRequest, behindProxy: boolean): boolean {
  if (!behindProxy && (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined))
    return false;
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}

function bears({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
