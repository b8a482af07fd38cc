import Type from 'typebox';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { forOperators } from '../http/operators.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const Health = Type.Object({
  status: Type.String({
    description:
      '`ok`; `mind` while something needs a person; `bad` where work is lost or people are kept out',
  }),
  troubles: Type.Array(
    Type.Object({
      code: Type.String(),
      since: Type.Integer({ description: 'When it was first seen in this run, Unix ms' }),
    }),
    { description: 'What is the matter, the gravest first' },
  ),
  version: Type.String(),
  hub: Type.String({ description: 'Who this hub is; every answer says it in the header `leling-hub`' }),
  epoch: Type.String({ description: "Identity of the hub's history; a restore mints a new one" }),
  config: Type.Array(Type.Object({ file: Type.String(), path: Type.String(), remedy: Type.String() }), {
    description:
      'What is wrong in kiosk-config, where, and what to do; the last good one is in use meanwhile',
  }),
});

/** Whether the hub is well, what it counts, and what it can be asked. */
export function healthRoutes(
  app: HubApp,
  { deps, hubId, metrics, authentication, audit }: HubServices,
): void {
  const onRequest = forOperators({
    authentication,
    behindProxy: deps.publicUrl !== null,
    token: deps.operatorToken,
  });
  app.get(
    '/api/health',
    { schema: { tags: ['hub'], summary: 'Whether the hub is well', response: answers(Health, 'Its state') } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      await deps.health.lookAgain();
      return {
        status: deps.health.status,
        troubles: deps.health.troubles,
        version: deps.version,
        hub: hubId,
        epoch: deps.sync.epoch,
        config: deps.configTroubles,
      };
    },
  );
  app.post(
    '/api/health/confirm',
    {
      onRequest: authentication.staff('manager'),
      schema: {
        tags: ['hub'],
        summary: 'Says that the manager knows of data that was lost',
        querystring: DeviceQuery,
        response: { 204: { description: 'It is said no more' } },
      },
    },
    async (request, reply) => {
      await deps.dataLoss.confirm();
      await audit.note(visitorIn(request), 'hub.lossConfirm', `centre/${deps.centreId}`);
      return reply.code(204).send();
    },
  );
  app.get('/metrics', { onRequest, schema: { hide: true } }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .serializer((text: unknown) => String(text))
      .send(await metrics.registry.metrics()),
  );
  app.get('/api/openapi.json', { onRequest, schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
}
