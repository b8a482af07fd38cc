import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { TSchema } from 'typebox';
import type { TypeBoxProvider } from '../http/validation.ts';
import { ProblemShape } from '../../protocol/wire/problem.schema.ts';

/** The server as routes see it: their handlers are typed by their schemas. */
export type HubApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxProvider
>;

/** What a route answers, for the documentation: one shape when it goes well, a problem otherwise. */
export const answers = (shape: TSchema, description: string, status = 200): Record<string, unknown> => ({
  [status]: { description, content: { 'application/json': { schema: shape } } },
  default: { description: 'A problem', content: { 'application/problem+json': { schema: ProblemShape } } },
});
