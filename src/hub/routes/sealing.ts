import Type from 'typebox';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const SealingKey = Type.Object({
  key: Type.String({ description: '32 bytes in base64; to be kept in memory alone' }),
});

/** What a device seals by what the hub has of it: whoever steals the device reads no more of that. */
export function sealingRoutes(app: HubApp, { authentication, deps: { sync } }: HubServices): void {
  app.get(
    '/api/sealing-key',
    {
      onRequest: authentication.paired,
      schema: {
        tags: ['sync'],
        summary: 'The key by which a device seals what the hub has of it, until the backups have it too',
        querystring: DeviceQuery,
        response: answers(SealingKey, 'The same each time'),
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { key: sync.sealingKey(visitorIn(request).device.deviceId) };
    },
  );
}
