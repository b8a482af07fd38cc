import type { FastifyInstance } from 'fastify';
import { HUB_HEADER } from '../../protocol/wire/limits.ts';

/**
 * Every answer says which hub gives it, refusals and files too: a device believes no other (a router's page answers 200
 * to anything, and a 401 of somebody else's must sign nobody out).
 */
export function sayWhoAnswers(app: FastifyInstance, hubId: string): void {
  app.addHook('onRequest', async (_request, reply) => void reply.header(HUB_HEADER, hubId));
}
