import Type from 'typebox';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const Health = Type.Object({
  status: Type.String({ description: '`ok`, or `degraded` while something needs a person' }),
  version: Type.String(),
  hub: Type.String({ description: 'Who this hub is; every answer says it in the header `leling-hub`' }),
  epoch: Type.String({ description: "Identity of the hub's history; a restore mints a new one" }),
  config: Type.Array(Type.Object({ file: Type.String(), path: Type.String(), remedy: Type.String() }), {
    description:
      'What is wrong in kiosk-config, where, and what to do; the last good one is in use meanwhile',
  }),
});

/** Whether the hub is well, what it counts, and what it can be asked. */
export function healthRoutes(app: HubApp, { deps, hubId, metrics }: HubServices): void {
  app.get(
    '/api/health',
    { schema: { tags: ['hub'], summary: 'Whether the hub is well', response: answers(Health, 'Its state') } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return {
        status: deps.configTroubles.length === 0 ? 'ok' : 'degraded',
        version: deps.version,
        hub: hubId,
        epoch: deps.sync.epoch,
        config: deps.configTroubles,
      };
    },
  );
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .serializer((text: unknown) => String(text))
      .send(await metrics.registry.metrics()),
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
}
